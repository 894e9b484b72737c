/** Made-up rows for the showroom. */
import type { StatusGroup } from '../../../contract/records.ts';

export const statusGroupNames: readonly [StatusGroup, string][] = [
  ['new', 'Новый'],
  ['approval', 'Согласование'],
  ['assembly', 'Комплектация'],
  ['delivery', 'Доставка'],
  ['done', 'Выполнен'],
  ['cancelled', 'Отменён'],
];

export interface SampleOrder {
  id: number;
  number: string;
  buyer: string;
  channel: string;
  group: StatusGroup;
  status: string;
  total: number;
  placedAt: string;
}

const buyers = ['Анна Кузнецова', 'Пётр Ильич Соколов', 'Покупатель Ozon 84213', 'Олександра Шевченко', 'ООО «Ромашка»', 'Ержан Сейтказы'];
const channels = ['Ozon', 'Wildberries', 'Интернет-магазин'];

export const sampleOrders: readonly SampleOrder[] = Array.from({ length: 10_000 }, (_, index) => {
  const [group, status] = statusGroupNames[(index * 7) % 6] ?? ['new', 'Новый'];
  return {
    id: 10_000 - index,
    number: `${48_213_000 - index * 3}-0${(index % 9) + 1}`,
    buyer: buyers[(index * 5) % buyers.length] ?? '',
    channel: channels[(index * 2) % 3] ?? '',
    group,
    status,
    total: ((index * 7919) % 900_000) + 45_000,
    placedAt: new Date(Date.UTC(2026, 10, 22, 11, 32) - index * 1_740_000).toISOString(),
  };
});

export const justNow = new Date(Date.now() - 20_000).toISOString();
export const aWhileAgo = new Date(Date.now() - 400_000).toISOString();
