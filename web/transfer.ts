/** Files to and from the server: uploads that show their progress (which fetch cannot), downloads that keep their name. */
import { addressOf, refused } from './api.ts';
import { problemFrom, unreachable } from './api-problem.ts';
import type { AnswerOf, Key, Sending } from './api-types.ts';

export interface UploadProgress {
  /** Bytes. */
  sent: number;
  total: number;
}

interface UploadOptions {
  onProgress?(progress: UploadProgress): void;
  signal?: AbortSignal;
}

/** Sends the file as the raw body. Throws `ApiProblem`; an aborted upload throws the signal's reason. */
export function upload<K extends Key>(
  key: K,
  file: Blob,
  sending: Omit<Sending<K>, 'body' | 'signal'>,
  { onProgress, signal }: UploadOptions = {},
): Promise<AnswerOf<K>> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(key.split(' ')[0] ?? 'POST', addressOf(key, sending));
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.setRequestHeader('accept-language', document.documentElement.lang);
    request.setRequestHeader('idempotency-key', crypto.randomUUID());
    request.upload.onprogress = (event) => onProgress?.({ sent: event.loaded, total: event.total || file.size });
    request.onerror = () => reject(unreachable());
    request.onabort = () => reject(signal?.reason);
    request.onload = () => {
      const text = request.responseText;
      if (request.status >= 400) return reject(refused(problemFrom(request.status, text), key));
      resolve((text ? JSON.parse(text) : undefined) as AnswerOf<K>);
    };
    signal?.addEventListener('abort', () => request.abort());
    request.send(file);
  });
}

/** Starts a download of an operation's file answer; the server names the file. */
export function download<K extends Key>(key: K, sending: Omit<Sending<K>, 'body' | 'signal'>): void {
  const link = document.createElement('a');
  link.href = addressOf(key, sending);
  link.download = '';
  link.click();
}
