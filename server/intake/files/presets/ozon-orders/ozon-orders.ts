/**
 * The orders report of Ozon's seller cabinet (FBO and FBS): `;`, one row for each product of a posting. Column names changed over the
 * years; both generations are read.
 */
import { tablePreset } from '../table-preset.ts';

export const ozonOrders = tablePreset({
  name: 'ozon-orders',
  title: 'Ozon',
  channelKind: 'ozon',
  timeZone: 'Europe/Moscow',
  currency: 'RUB',
  tables: [
    {
      kind: 'order',
      has: ['Номер заказа', 'Номер отправления', 'Принят в обработку', 'Статус', 'Артикул', 'Количество'],
      columns: {
        externalId: ['Номер отправления'],
        number: ['Номер заказа'],
        placedAt: ['Принят в обработку'],
        status: ['Статус'],
        currency: ['Код валюты товара', 'Код валюты отправления'],
        productId: ['SKU', 'OZON id', 'Ozon ID'],
        sku: ['Артикул'],
        productName: ['Название товара', 'Наименование товара'],
        quantity: ['Количество'],
        price: ['Ваша цена', 'Итоговая стоимость товара', 'Ваша стоимость'],
        deliveryCost: ['Стоимость доставки'],
        deliveryMethod: ['Способ доставки'],
        deliveryScheme: ['Схема', 'Схема доставки'],
        region: ['Регион доставки', 'Кластер доставки'],
        city: ['Город доставки'],
        warehouse: ['Склад отгрузки', 'Кластер отгрузки'],
        shippedAt: ['Фактическая дата передачи в доставку'],
        promisedAt: ['Дата отгрузки'],
        deliveredAt: ['Дата доставки'],
        paymentMethod: ['Способ оплаты'],
      },
    },
  ],
  statuses: {
    'Ожидает регистрации': 'new',
    'Ожидает подтверждения': 'approval',
    'Ожидает сборки': 'assembly',
    'Ожидает упаковки': 'assembly',
    'Ожидает отгрузки': 'assembly',
    'Передаётся в доставку': 'delivery',
    Доставляется: 'delivery',
    'У водителя': 'delivery',
    Спорный: 'delivery',
    Доставлен: 'done',
    Доставлено: 'done',
    'Условно доставлен': 'done',
    Отменён: 'cancelled',
    Отменен: 'cancelled',
    Отменено: 'cancelled',
    'Не принят на сортировочном центре': 'cancelled',
  },
  rules: {
    // Ozon tells where the buyer lives, never who that is.
    finish: (record) => {
      record.buyer = undefined;
    },
  },
});
