/** Opens the whole house on its machines: rooms, background work, projector and HTTP; closes it in the reverse order. */
import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { identify } from './admin/identify.ts';
import { rooms } from './app.ts';
import { setListeners } from './platform/bus.ts';
import { buildHttp } from './platform/http/server.ts';
import { onPlatform } from './platform/job-definition.ts';
import type { Projection } from './platform/outbox.ts';
import type { Platform } from './platform/platform.ts';
import { startProjector } from './platform/projector.ts';

export const projections: readonly Projection[] = rooms.flatMap((room) => room.projections ?? []);

export interface House {
  http: FastifyInstance;
  /** Takes requests on the configured address; returns it as people type it. */
  listen(): Promise<string>;
  close(): Promise<void>;
}

/** Lets rooms hear each other. Needed before anything is stored, also by commands that open no house. */
export function connectRooms(): void {
  setListeners(rooms.flatMap((room) => room.listens ?? []));
}

export async function openHouse(platform: Platform): Promise<House> {
  connectRooms();
  await platform.jobs.open(
    onPlatform(
      platform,
      rooms.flatMap((room) => room.jobs ?? []),
    ),
    rooms.flatMap((room) => room.schedules ?? []),
  );
  const projector = startProjector(platform, projections);
  const http = await buildHttp({ platform, rooms, projections, identify });
  return {
    http,
    listen: async () => {
      await http.listen({ port: platform.config.port, host: platform.config.host });
      const { port } = http.server.address() as AddressInfo;
      return `http://${platform.config.host === '0.0.0.0' ? 'localhost' : platform.config.host}:${port}`;
    },
    close: async () => {
      await http.close();
      await projector.stop();
    },
  };
}
