/** Wall-clock times of a named time zone as instants; remembers offsets by the hour because asking Intl each time is slow. */

const hour = 3_600_000;
const rememberedHours = 50_000;

export class TimeZone {
  readonly name: string;
  readonly #format: Intl.DateTimeFormat;
  readonly #offsets = new Map<number, number>();

  /** @throws RangeError when the zone is unknown */
  constructor(name: string) {
    this.name = name;
    this.#format = new Intl.DateTimeFormat('en-US', {
      timeZone: name,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  }

  /** The instant (ms) of a wall-clock time given as if it were UTC. Of a doubled hour the earlier one is meant. */
  instantOf(wall: number): number {
    const key = Math.floor(wall / hour);
    let offset = this.#offsets.get(key);
    if (offset === undefined) {
      offset = this.#findOffset(key * hour);
      if (this.#offsets.size >= rememberedHours) this.#offsets.clear();
      this.#offsets.set(key, offset);
    }
    return wall - offset;
  }

  #findOffset(wall: number): number {
    const before = this.#offsetAt(wall - 12 * hour);
    if (this.#offsetAt(wall - before) === before) return before;
    return this.#offsetAt(wall - this.#offsetAt(wall + 12 * hour));
  }

  #offsetAt(instant: number): number {
    const part: Record<string, number> = {};
    for (const { type, value } of this.#format.formatToParts(instant)) part[type] = Number(value);
    const wall = Date.UTC(part.year!, part.month! - 1, part.day!, part.hour!, part.minute!, part.second!);
    return wall - Math.floor(instant / 1000) * 1000;
  }
}

const zones = new Map<string, TimeZone>();

export function timeZone(name: string): TimeZone {
  const known = zones.get(name) ?? new TimeZone(name);
  zones.set(name, known);
  return known;
}
