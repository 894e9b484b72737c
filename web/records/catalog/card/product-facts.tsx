/** What is known about a product besides its sales: names, codes, attributes, fields of the company. */
import { useTranslation } from 'react-i18next';
import type { ProductCard } from '../../../../contract/catalog.ts';
import { useSend } from '../../../api-hooks.ts';
import { useMay } from '../../../app/session.ts';
import { Chip } from '../../../ui/chip.tsx';
import { Go } from '../../../ui/go.tsx';
import { Money } from '../../../ui/money.tsx';
import { Facts, Section } from '../../../ui/section.tsx';
import { FieldSection } from '../../fields/field-section.tsx';

export function ProductFacts({ product }: { product: ProductCard }) {
  const { t } = useTranslation('catalog');
  const may = useMay();
  const change = useSend('PATCH /products/:id');
  const save = (fields: Record<string, unknown>) => change.mutateAsync({ params: { id: product.id }, body: { fields } });
  return (
    <>
      <Section title={t('card.facts')}>
        <Facts
          facts={[
            [t('columns.sku'), product.sku],
            [t('columns.brand'), product.brand],
            [t('columns.category'), product.category && <Go to={`/products?category=${product.category.id}`}>{product.category.path}</Go>],
            [t('columns.barcode'), product.barcode],
            [t('columns.cost'), <Money key="cost" amount={product.cost} currency={product.currency ?? undefined} />],
            [t('columns.tags'), product.tags.length > 0 ? product.tags.map((tag) => <Chip key={tag}>{tag}</Chip>) : null],
            [
              t('card.orders'),
              <Go key="orders" to={`/orders?product=${product.id}`}>
                {t('card.openOrders')}
              </Go>,
            ],
            ...Object.entries(product.attributes),
          ]}
        />
      </Section>
      <FieldSection object="products" values={product.fields} onSave={may('catalog.write') ? save : undefined} />
    </>
  );
}
