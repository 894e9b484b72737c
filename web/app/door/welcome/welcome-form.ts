/** The answers of the first visit, kept together over its three steps. */
import { useForm } from '@mantine/form';
import type { Currency } from '../../../../contract/money.ts';
import type { BodyOf } from '../../../api-types.ts';
import type { Country } from './country-defaults.ts';
import { guessCountry, suggestions } from './country-defaults.ts';

type Answers = NonNullable<BodyOf<'POST /setup'>['questionnaire']>;

export interface WelcomeValues {
  company: string;
  country: Country;
  currency: Currency;
  timeZone: string;
  questionnaire: Required<Answers>;
  owner: { name: string; email: string; password: string };
}

export const leastPassword = 10;

export function useWelcomeForm(language: string, messages: { needed: string; short: string; email: string }) {
  const country = guessCountry(language);
  return useForm<WelcomeValues>({
    initialValues: {
      company: '',
      country,
      ...suggestions[country],
      questionnaire: { channels: [], goals: [], risks: [] },
      owner: { name: '', email: '', password: '' },
    },
    validate: {
      company: (value) => (value.trim() ? null : messages.needed),
      owner: {
        name: (value) => (value.trim() ? null : messages.needed),
        email: (value) => (/^\S+@\S+\.\S+$/.test(value.trim()) ? null : messages.email),
        password: (value) => (value.length >= leastPassword ? null : messages.short),
      },
    },
  });
}

export type WelcomeForm = ReturnType<typeof useWelcomeForm>;
