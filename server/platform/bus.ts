/**
 * Tells rooms of the same floor what happened, inside the transaction in which it happened: a listener that fails undoes the cause.
 * Rooms add their events to `Events` by declaration merging; there is one listener list, filled once when the house opens.
 */
import type { Db } from './postgres/database.ts';

// biome-ignore lint/suspicious/noEmptyInterface: rooms add to it
export interface Events {}

export type EventName = keyof Events;

export type Listener<Name extends EventName> = (tx: Db, event: Events[Name]) => Promise<void>;

const listeners = new Map<EventName, Listener<EventName>[]>();

/** Called once for each room while the house opens. */
export function listen<Name extends EventName>(name: Name, listener: Listener<Name>): void {
  listeners.set(name, [...(listeners.get(name) ?? []), listener as Listener<EventName>]);
}

/** Runs every listener, one after another, in the transaction of the cause. */
export async function publish<Name extends EventName>(tx: Db, name: Name, event: Events[Name]): Promise<void> {
  for (const listener of listeners.get(name) ?? []) await listener(tx, event as never);
}
