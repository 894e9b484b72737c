/** What buyers say about a product: the average with its shares, then the words, newest first. */
import { Button } from '@mantine/core';
import { IconStar, IconStarFilled } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useApi, useList } from '../../../api-hooks.ts';
import type { AnswerOf, RowOf } from '../../../api-types.ts';
import { useMay } from '../../../app/session.ts';
import { useFormats } from '../../../app/use-formats.ts';
import { Go } from '../../../ui/go.tsx';
import { Ago } from '../../../ui/moment.tsx';
import { Section } from '../../../ui/section.tsx';
import { useChannels } from '../../channels/channels.ts';
import style from './card.module.css';

type Summary = AnswerOf<'GET /reviews/summary'>;

export function ProductReviews({ id }: { id: number }) {
  const { t } = useTranslation('catalog');
  const may = useMay()('customers.read');
  const { data: summary } = useApi('GET /reviews/summary', { query: { product: [id] } }, { enabled: may });
  const reviews = useList('GET /reviews', { query: { product: [id], limit: 10 } }, { enabled: may });
  if (!may || !summary) return null;
  return (
    <Section title={t('card.reviews')}>
      {summary.count === 0 ? <span className="dim">{t('reviews.none')}</span> : <Rating summary={summary} />}
      <div>
        {reviews.rows.map((review) => (
          <Review key={review.id} review={review} />
        ))}
      </div>
      {reviews.more && (
        <Button variant="default" loading={reviews.loadingMore} onClick={() => void reviews.loadMore()} style={{ justifySelf: 'start' }}>
          {t('reviews.more')}
        </Button>
      )}
    </Section>
  );
}

function Rating({ summary }: { summary: Summary }) {
  const { t } = useTranslation('catalog');
  const { number } = useFormats();
  return (
    <div className={style.rating}>
      <div className={style.named}>
        <strong>{summary.average === null ? '—' : number(summary.average, 2)}</strong>
        <small>{t('reviews.count', { count: summary.count, shown: number(summary.count) })}</small>
        {summary.unanswered > 0 && <small>{t('reviews.unanswered', { count: summary.unanswered })}</small>}
      </div>
      <ul className={style.bars}>
        {summary.byRating.map(({ rating, count }) => (
          <li key={rating} data-tone="amber">
            <span>{rating}</span>
            <span className={style.bar}>
              <i style={{ width: `${summary.rated > 0 ? (count / summary.rated) * 100 : 0}%` }} />
            </span>
            <span>{number(count)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Review({ review }: { review: RowOf<'GET /reviews'> }) {
  const { nameOf } = useChannels();
  return (
    <article className={style.review}>
      <div className={style.about}>
        {review.rating !== null && <Stars rating={review.rating} />}
        {review.customer && <Go to={`/customers/${review.customer.id}`}>{review.customer.name ?? `#${review.customer.id}`}</Go>}
        <span className="dim">{nameOf(review.channelId)}</span>
        <span className="dim">
          <Ago at={review.writtenAt} />
        </span>
        {review.order && <Go to={`/orders/${review.order.id}`}>{review.order.number ?? `#${review.order.id}`}</Go>}
      </div>
      {review.title && <b>{review.title}</b>}
      {review.text && <p>{review.text}</p>}
      {review.answer && <blockquote>{review.answer}</blockquote>}
    </article>
  );
}

function Stars({ rating }: { rating: number }) {
  const { t } = useTranslation('catalog');
  return (
    <span className={style.stars} data-tone="amber" role="img" aria-label={t('reviews.rating', { rating })}>
      {[1, 2, 3, 4, 5].map((star) =>
        star <= rating ? <IconStarFilled key={star} size={14} /> : <IconStar key={star} size={14} stroke={1.5} />,
      )}
    </span>
  );
}
