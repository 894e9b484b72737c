/** Categories as choices of a filter, indented as their tree. */
import { useApi } from '../../api-hooks.ts';
import { useMay } from '../../app/session.ts';
import type { Option } from '../../ui/data-list/list-types.ts';

const step = '\u2003';

export function useCategoryOptions(): readonly Option[] {
  const may = useMay();
  const { data = [] } = useApi('GET /categories', {}, { enabled: may('catalog.read'), freshFor: 60_000 });
  return data.map(({ id, name, path, productsBelow }) => ({
    value: String(id),
    label: step.repeat(path.split(' / ').length - 1) + name,
    count: productsBelow,
  }));
}
