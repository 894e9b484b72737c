/** A phone number: typed any way, tidied on leaving the field, E.164 outside. */

import type { TextInputProps } from '@mantine/core';
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useWorkspace } from '../../app/session.ts';
import { formatPhone, phoneToE164 } from './phone.ts';

interface PhoneInputProps extends Omit<TextInputProps, 'value' | 'onChange'> {
  /** E.164; null when empty. */
  value?: string | null;
  onChange: (e164: string | null) => void;
}

export function PhoneInput({ value, onChange, ...rest }: PhoneInputProps) {
  const country = useWorkspace()?.country ?? 'RU';
  const [typed, setTyped] = useState<string | null>(null);
  const settle = () => {
    if (typed === null) return;
    // What cannot be read is handed on as typed, so that the server says what is wrong with it.
    onChange(typed.trim() ? (phoneToE164(typed, country) ?? typed.trim()) : null);
    setTyped(null);
  };
  return (
    <TextInput
      type="tel"
      autoComplete="tel"
      {...rest}
      value={typed ?? (value ? formatPhone(value) : '')}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={settle}
    />
  );
}

/** A number to call, or a mark that it is a marketplace's substitute. */
export function Phone({ e164 }: { e164: string }) {
  return (
    <a href={`tel:${e164}`} className="figures" style={{ color: 'inherit' }}>
      {formatPhone(e164)}
    </a>
  );
}
