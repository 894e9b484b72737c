/** A product beside the list: everything of its card in one column. */
import { Skeleton } from '@mantine/core';
import { useApi } from '../../../api-hooks.ts';
import { ProblemNote } from '../../../ui/problem-note.tsx';
import { Thumb } from '../thumb.tsx';
import style from './card.module.css';
import { EditProduct } from './edit-product.tsx';
import { ProductFacts } from './product-facts.tsx';
import { ProductOffers } from './product-offers.tsx';
import { ProductReviews } from './product-reviews.tsx';
import { ProductSales } from './product-sales.tsx';
import { ProductStock } from './product-stock.tsx';

export function ProductPanel({ id }: { id: string }) {
  const { data: product, error, refetch } = useApi('GET /products/:id', { params: { id } });
  if (error) return <ProblemNote problem={error} onRetry={refetch} />;
  if (!product) return <Skeleton height={420} mt={40} />;
  return (
    <div className={style.panel}>
      <header className={style.head}>
        <Thumb url={product.imageUrl} size={52} />
        <div>
          <h2>{product.name}</h2>
          <EditProduct product={product} />
        </div>
      </header>
      <ProductSales product={product} />
      <ProductOffers product={product} />
      <ProductStock id={product.id} />
      <ProductFacts product={product} />
      <ProductReviews id={product.id} />
    </div>
  );
}
