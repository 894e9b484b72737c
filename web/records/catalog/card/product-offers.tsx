/** Where a product is offered and for how much; how each price changed. */
import { useTranslation } from 'react-i18next';
import type { ProductCard } from '../../../../contract/catalog.ts';
import { useFormats } from '../../../app/use-formats.ts';
import { Chart } from '../../../ui/charts/chart.tsx';
import { Chip } from '../../../ui/chip.tsx';
import { Money } from '../../../ui/money.tsx';
import { Section } from '../../../ui/section.tsx';
import { SmallTable } from '../../../ui/small-table.tsx';
import { useChannels } from '../../channels/channels.ts';
import style from './card.module.css';
import { pricesByDay } from './prices-by-day.ts';

type Offer = ProductCard['offers'][number];

export function ProductOffers({ product }: { product: ProductCard }) {
  const { t } = useTranslation('catalog');
  const { nameOf } = useChannels();
  return (
    <>
      <Section title={t('card.offers')}>
        <SmallTable
          label={t('card.offers')}
          rows={product.offers}
          rowId={({ id }) => id}
          columns={[
            {
              key: 'channel',
              title: t('filters.channel'),
              cell: (offer) => (
                <span className={style.named}>
                  <span>
                    {nameOf(offer.channelId) ?? '—'} {!offer.active && <Chip>{t('inactive')}</Chip>}
                  </span>
                  <small>{offer.externalId}</small>
                </span>
              ),
            },
            { key: 'name', title: t('offers.name'), cell: ({ name }) => name },
            { key: 'price', title: t('columns.price'), align: 'end', cell: (offer) => <Price offer={offer} /> },
          ]}
          empty={<span className="dim">{t('offers.none')}</span>}
        />
      </Section>
      <PriceHistory offers={product.offers} />
    </>
  );
}

function Price({ offer: { price, oldPrice, currency } }: { offer: Offer }) {
  return (
    <span className={style.named}>
      <Money amount={price} currency={currency ?? undefined} />
      {oldPrice !== null && oldPrice !== price && (
        <s className={style.small}>
          <Money amount={oldPrice} currency={currency ?? undefined} />
        </s>
      )}
    </span>
  );
}

/** Offers of one currency on one chart; prices of different currencies do not share an axis. */
function PriceHistory({ offers }: { offers: readonly Offer[] }) {
  const { t } = useTranslation('catalog');
  const { money, date, timeZone } = useFormats();
  const { nameOf } = useChannels();
  const priced = offers.filter(({ currency, prices }) => currency !== null && prices.length > 0);
  return [...Map.groupBy(priced, ({ currency }) => currency ?? '')].map(([currency, those]) => {
    const { days, series } = pricesByDay(those, timeZone);
    return (
      <Chart
        key={currency}
        kind="line"
        title={t('card.prices')}
        height={200}
        points={days.map((day) => date(day))}
        series={series.map(({ offer, values }) => ({ name: nameOf(offer.channelId) ?? offer.externalId, values }))}
        format={(value) => money(value, currency)}
        formatShort={(value) => money(value, currency, { compact: true })}
      />
    );
  });
}
