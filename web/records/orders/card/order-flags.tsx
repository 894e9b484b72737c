/** What is not right with an order, why it matters, and the one thing to do about it. */
import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderCard, OrderFlag } from '../../../../contract/orders.ts';
import { useMay } from '../../../app/session.ts';
import { MapProduct } from '../../catalog/map-product.tsx';
import { flagTones } from '../order-flags.ts';
import style from './card.module.css';

export function OrderFlags({ order }: { order: OrderCard }) {
  const { t } = useTranslation('orders');
  if (order.flagged.length === 0) return null;
  return (
    <ul className={style.flags} aria-label={t('card.flags')}>
      {order.flagged.map(({ flag, says }) => (
        <li key={flag} data-tone={flagTones[flag]}>
          <IconAlertTriangle size={17} stroke={1.8} aria-hidden />
          <span>{says}</span>
          <Remedy order={order} flag={flag} />
        </li>
      ))}
    </ul>
  );
}

function Remedy({ order, flag }: { order: OrderCard; flag: OrderFlag }) {
  const { t } = useTranslation('orders');
  const may = useMay();
  if (flag === 'unknown_product' && may('catalog.write')) return <MapLine order={order} />;
  if (flag === 'unknown_status' && may('settings.write')) {
    return (
      <Button component={Link} to="/settings/statuses" size="compact-sm" variant="default">
        {t('card.mapStatus')}
      </Button>
    );
  }
  return null;
}

/** The first line that no product answers to; the rest follow one by one as the flag stays. */
function MapLine({ order }: { order: OrderCard }) {
  const { t } = useTranslation('orders');
  const [open, setOpen] = useState(false);
  const line = order.lines.find(({ kind, productId, externalId, sku }) => kind === 'goods' && productId === null && (externalId ?? sku));
  const externalId = line?.externalId ?? line?.sku;
  if (!line || !externalId) return null;
  return (
    <>
      <Button size="compact-sm" variant="default" onClick={() => setOpen(true)}>
        {t('card.mapProduct')}
      </Button>
      {open && <MapProduct goods={{ channelId: order.channelId, externalId, name: line.name }} onClose={() => setOpen(false)} />}
    </>
  );
}
