/** Step three, which may be skipped: where one sells and what one wants, from which the first tasks are made (OPS-4). */
import { Chip, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { WelcomeForm, WelcomeValues } from './welcome-form.ts';

type Answers = WelcomeValues['questionnaire'];
type Answer<Part extends keyof Answers> = Answers[Part][number];

// Every value of the contract must stand here, or this does not compile.
const channels: Record<Answer<'channels'>, true> = {
  ozon: true,
  wildberries: true,
  'yandex-market': true,
  rozetka: true,
  prom: true,
  'web-shop': true,
  social: true,
  retail: true,
};
const goals: Record<Answer<'goals'>, true> = {
  'know-customers': true,
  'repeat-sales': true,
  'see-figures': true,
  'keep-stock': true,
  'answer-faster': true,
  'team-order': true,
};
const risks: Record<Answer<'risks'>, true> = { leaks: true, 'stock-outs': true, returns: true, duplicates: true };

const questions = [
  { part: 'channels', word: 'channel', values: Object.keys(channels) },
  { part: 'goals', word: 'goal', values: Object.keys(goals) },
  { part: 'risks', word: 'risk', values: Object.keys(risks) },
] as const;

export function AimsStep({ form }: { form: WelcomeForm }) {
  const { t } = useTranslation();
  return (
    <Stack gap="md">
      {questions.map(({ part, word, values }) => (
        <div key={part}>
          <Text fw={500} mb={6} id={`welcome-${part}`}>
            {t(`welcome.${part}`)}
          </Text>
          <Chip.Group<true>
            multiple
            value={[...form.values.questionnaire[part]] as string[]}
            onChange={(chosen) => form.setFieldValue(`questionnaire.${part}`, chosen as never)}
          >
            <Group gap={8} role="group" aria-labelledby={`welcome-${part}`}>
              {values.map((value) => (
                <Chip key={value} value={value} size="sm" variant="light">
                  {t(`workspace:${word}.${value}`)}
                </Chip>
              ))}
            </Group>
          </Chip.Group>
        </div>
      ))}
    </Stack>
  );
}
