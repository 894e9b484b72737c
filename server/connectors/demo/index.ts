/** Front door of the demo: a believable, made-up shop with twelve months behind it, used as demo, seed and test source in one. */
import type { Language } from '../../../contract/language.ts';
import { channelsOf } from './channels/channels.ts';
import { countryOf } from './country/country.ts';
import { wordsOf } from './vocabulary/vocabulary.ts';

export { generateDemo } from './generate.ts';
export type { DemoBatch } from './ledger.ts';

export interface DemoChannel {
  key: string;
  name: string;
}

/** The three channels that the batches of a demo in this language belong to. */
export function demoChannels(language: Language): DemoChannel[] {
  const { channels } = wordsOf(language);
  return channelsOf(countryOf(language).code).map(({ key }) => ({ key, name: channels[key] ?? key }));
}
