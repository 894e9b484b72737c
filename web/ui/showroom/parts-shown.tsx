/** Chips, people, moments, tiles, stages, buttons. */
import { Button } from '@mantine/core';
import { useState } from 'react';
import { Chip, StatusChip } from '../chip.tsx';
import { Copy } from '../copy.tsx';
import { Definition } from '../definition.tsx';
import { Phone } from '../fields/phone-input.tsx';
import { Fresh } from '../fresh.tsx';
import { Ago, At } from '../moment.tsx';
import { Money } from '../money.tsx';
import { PeriodPicker } from '../period/period-picker.tsx';
import { AuthorChip } from '../person.tsx';
import { Section } from '../section.tsx';
import { StageBar } from '../stage-bar.tsx';
import { Tile, Tiles } from '../tile.tsx';
import type { Tone } from '../tone.ts';
import { statusTones } from '../tone.ts';
import { aWhileAgo, justNow, statusGroupNames } from './samples.ts';
import style from './showroom.module.css';

const tones: Tone[] = ['grey', 'blue', 'amber', 'violet', 'teal', 'green', 'red'];

export function PartsShown() {
  return (
    <>
      <Section title="chip, status-chip">
        <div className={style.row}>
          {tones.map((tone) => (
            <Chip key={tone} tone={tone}>
              {tone}
            </Chip>
          ))}
          {statusGroupNames.map(([group, name]) => (
            <StatusChip key={group} group={group}>
              {name}
            </StatusChip>
          ))}
        </div>
      </Section>
      <Section title="person, moment, money, phone, copy, definition">
        <div className={style.row}>
          <AuthorChip name="Анна Кузнецова" />
          <AuthorChip kind="key" name="1C exchange" />
          <AuthorChip kind="system" name="Prilavok" />
          <Ago at="2026-11-22T11:32:00Z" />
          <At at="2026-11-22T11:32:00Z" />
          <Money amount={123_456_789} />
          <Money amount={null} />
          <Phone e164="+79161234567" />
          <Copy text="4532" />
          <Definition says="Sum of the orders divided by their number">Average order value</Definition>
        </div>
      </Section>
      <StagesShown />
      <TilesShown />
      <Section title="buttons">
        <div className={style.row}>
          <Button>Primary</Button>
          <Button variant="default">Default</Button>
          <Button variant="light">Light</Button>
          <Button variant="subtle">Subtle</Button>
          <Button color="red">Danger</Button>
          <Button loading>Loading</Button>
          <Button disabled>Disabled</Button>
        </div>
      </Section>
    </>
  );
}

function StagesShown() {
  const [stage, setStage] = useState('assembly');
  const stages = statusGroupNames.map(([key, title]) => ({ key, title, tone: statusTones[key] }));
  return (
    <Section title="stage-bar">
      <StageBar label="Stages" stages={stages} current={stage} onMove={setStage} />
    </Section>
  );
}

function TilesShown() {
  const [period, setPeriod] = useState('30d');
  const [compare, setCompare] = useState(true);
  return (
    <Section
      title="tile, fresh, period-picker"
      aside={<PeriodPicker value={period} onChange={setPeriod} compare={compare} onCompare={setCompare} />}
    >
      <Tiles>
        <Tile
          title="Sales"
          value={<Money amount={974_774_793} whole />}
          definition="Sum of paid orders"
          change={0.124}
          good="up"
          before="8 670 000 ₽"
          to="/ui?q=1"
        />
        <Tile title="Orders" value="1 284" definition="Orders placed" change={-0.031} good="up" to="/ui?q=2" />
        <Tile title="Returns" value="3,2 %" definition="Share of returned lines" change={0.08} good="down" />
        <Tile title="Lead conversion" value={null} definition="Leads that became orders" />
        <Tile title="Retention" value="" definition="Buyers who came back" loading />
      </Tiles>
      <div className={style.row}>
        <Fresh asOf={justNow} />
        <Fresh asOf={aWhileAgo} />
        <Fresh asOf={null} />
      </div>
    </Section>
  );
}
