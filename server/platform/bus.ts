/** Tells rooms what happened, inside the transaction in which it happened: a listener that fails undoes the cause. */
import type { RecordEvents } from '../models/record-events.ts';
import type { Db } from './postgres/database.ts';

export type Events = RecordEvents;

export type EventName = keyof Events;

export type Listener<Name extends EventName> = (tx: Db, event: Events[Name]) => Promise<void>;

/** A room's listeners by event. */
export type Listeners = { [Name in EventName]?: Listener<Name> };

const listeners: Listeners[] = [];

/** Called once with every room's listeners, when the house opens; calling again replaces them. */
export function setListeners(all: readonly Listeners[]): void {
  listeners.splice(0, listeners.length, ...all);
}

/** Runs every listener, one after another, in the transaction of the cause. */
export async function publish<Name extends EventName>(tx: Db, name: Name, event: Events[Name]): Promise<void> {
  for (const listener of listeners) await (listener[name] as Listener<Name> | undefined)?.(tx, event);
}
