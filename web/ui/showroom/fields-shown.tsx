/** Form fields: filled, refused, disabled. */
import { Select, Switch, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { DateField } from '../fields/date-field.tsx';
import { MoneyInput } from '../fields/money-input.tsx';
import { PhoneInput } from '../fields/phone-input.tsx';
import { TagInput } from '../fields/tag-input.tsx';
import { Section } from '../section.tsx';
import style from './showroom.module.css';

export function FieldsShown() {
  const [money, setMoney] = useState<number | null>(123_450);
  const [phone, setPhone] = useState<string | null>('+79161234567');
  const [date, setDate] = useState<string | null>('2026-11-22');
  const [tags, setTags] = useState(['опт', 'VIP']);
  return (
    <Section title="fields">
      <div className={style.grid}>
        <TextInput label="TextInput" defaultValue="Анна Кузнецова" />
        <TextInput label="TextInput, refused" defaultValue="anna@" error="Это не похоже на адрес почты." />
        <TextInput label="TextInput, disabled" defaultValue="RUB" disabled description="Уже есть суммы в этой валюте" />
        <MoneyInput label="MoneyInput" value={money} onChange={setMoney} />
        <PhoneInput label="PhoneInput" value={phone} onChange={setPhone} />
        <DateField label="DateField" value={date} onChange={setDate} />
        <Select label="Select" data={['Ozon', 'Wildberries']} defaultValue="Ozon" />
        <TagInput label="TagInput" value={tags} onChange={setTags} known={['опт', 'VIP', 'подарок']} />
        <Textarea label="Textarea" autosize minRows={2} />
        <Switch label="Switch" defaultChecked />
      </div>
    </Section>
  );
}
