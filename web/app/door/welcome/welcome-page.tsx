/** The first visit: three short steps to a company with an owner, then the doors to the work. */
import { Button, Group } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../../api.ts';
import { useApi, useSend } from '../../../api-hooks.ts';
import { showProblem } from '../../../ui/fields/problem-fields.ts';
import type { Language } from '../../language.ts';
import { welcome } from '../../session.ts';
import { Door } from '../door.tsx';
import { AimsStep } from './aims-step.tsx';
import { CompanyStep } from './company-step.tsx';
import { OwnerStep } from './owner-step.tsx';
import style from './welcome.module.css';
import { useWelcomeForm } from './welcome-form.ts';

const steps = ['company', 'owner', 'aims'] as const;

export function WelcomePage() {
  const { t, i18n } = useTranslation();
  const navigate = useNavigate();
  const [step, setStep] = useState(0);
  const setup = useApi('GET /setup', {});
  const begin = useSend('POST /setup', { touches: ['session', 'workspace'] });
  const messages = { needed: t('welcome.needed'), short: t('welcome.tooShort'), email: t('welcome.notEmail') };
  const form = useWelcomeForm(i18n.language, messages);
  const fixed = setup.data?.currency ?? null;
  useDocumentTitle(`${t('welcome.title')} · ${t('name')}`);

  const finish = async () => {
    const { owner, company, ...rest } = form.values;
    const body = { ...rest, company, owner, currency: fixed ?? rest.currency, language: i18n.language as Language };
    try {
      await welcome(await begin.mutateAsync({ body }));
      await navigate({ href: '/start' });
    } catch (problem) {
      const about = problem instanceof ApiProblem ? Object.keys(problem.fields) : [];
      showProblem(form, problem);
      if (about.length > 0) setStep(about.some((field) => field.includes('owner')) ? 1 : 0);
    }
  };
  const next = () => {
    const wrong = Object.keys(form.validate().errors).some((field) => field.startsWith('owner') === (step === 1));
    form.clearErrors();
    if (wrong) form.validate();
    else if (step < 2) setStep(step + 1);
    else void finish();
  };

  return (
    <Door wide>
      <p className={style.step}>{t('welcome.step', { step: step + 1, of: steps.length })}</p>
      <h1>{t(`welcome.${steps[step]}Title`)}</h1>
      <Steps at={step} />
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          next();
        }}
      >
        {step === 0 && <CompanyStep form={form} currencyFixed={fixed !== null} />}
        {step === 1 && <OwnerStep form={form} />}
        {step === 2 && <AimsStep form={form} />}
        <Group justify="space-between" mt="xl">
          {step > 0 ? (
            <Button variant="subtle" color="gray" size="md" onClick={() => setStep(step - 1)}>
              {t('signIn.back')}
            </Button>
          ) : (
            <span />
          )}
          <Button type="submit" size="md" loading={begin.isPending}>
            {t(step < 2 ? 'welcome.next' : 'welcome.finish')}
          </Button>
        </Group>
      </form>
    </Door>
  );
}

function Steps({ at }: { at: number }) {
  return (
    <div className={style.steps} aria-hidden>
      {steps.map((key, index) => (
        <i key={key} data-past={index <= at || undefined} />
      ))}
    </div>
  );
}
