/** The whole card of a product: sales, offers with their prices and reviews; stock and facts in the rail. */
import { Skeleton } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../../api-hooks.ts';
import { Chip } from '../../../ui/chip.tsx';
import { Page } from '../../../ui/page.tsx';
import { ProblemNote } from '../../../ui/problem-note.tsx';
import { Columns } from '../../../ui/section.tsx';
import { Thumb } from '../thumb.tsx';
import { EditProduct } from './edit-product.tsx';
import { ProductFacts } from './product-facts.tsx';
import { ProductOffers } from './product-offers.tsx';
import { ProductReviews } from './product-reviews.tsx';
import { ProductSales } from './product-sales.tsx';
import { ProductStock } from './product-stock.tsx';

export function ProductPage() {
  const { t } = useTranslation('catalog');
  const { id = '' } = useParams({ strict: false });
  const { data: product, error, refetch } = useApi('GET /products/:id', { params: { id } });
  const crumbs = [{ title: t('list.title'), to: '/products' }];
  if (!product) {
    return (
      <Page title={t('card.title')} crumbs={crumbs}>
        {error ? <ProblemNote problem={error} onRetry={refetch} /> : <Skeleton height={480} />}
      </Page>
    );
  }
  return (
    <Page
      title={product.name}
      crumbs={crumbs}
      aside={!product.active && <Chip>{t('inactive')}</Chip>}
      note={[product.sku, product.category?.path].filter(Boolean).join(' · ')}
      actions={<EditProduct product={product} />}
    >
      <Columns
        rail={
          <>
            <Thumb url={product.imageUrl} size={132} />
            <ProductStock id={product.id} />
            <ProductFacts product={product} />
          </>
        }
      >
        <ProductSales product={product} />
        <ProductOffers product={product} />
        <ProductReviews id={product.id} />
      </Columns>
    </Page>
  );
}
