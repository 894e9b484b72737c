/** Money as people type it; in and out it is an integer in minor units, null when empty. */

import type { NumberInputProps } from '@mantine/core';
import { NumberInput } from '@mantine/core';
import { currencySign } from '../../app/formats.ts';
import { useFormats } from '../../app/use-formats.ts';

interface MoneyInputProps extends Omit<NumberInputProps, 'value' | 'defaultValue' | 'onChange'> {
  /** Minor units. */
  value?: number | null;
  onChange: (minor: number | null) => void;
  /** The company's when absent. */
  currency?: string;
}

export function MoneyInput({ value, onChange, currency, ...rest }: MoneyInputProps) {
  const { currency: own, language } = useFormats();
  return (
    <NumberInput
      hideControls
      decimalScale={2}
      fixedDecimalScale
      decimalSeparator={language === 'en' ? '.' : ','}
      allowedDecimalSeparators={['.', ',']}
      thousandSeparator={' '}
      suffix={` ${currencySign(currency ?? own)}`}
      {...rest}
      value={value === null || value === undefined ? '' : value / 100}
      onChange={(typed) => onChange(typed === '' ? null : Math.round(Number(typed) * 100))}
    />
  );
}
