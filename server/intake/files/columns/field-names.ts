/** The names of columns in Russian, Ukrainian and English exports, most usual first. Separated by `|`, already normalised. */
import type { ImportKind } from '../../../../contract/imports.ts';

const everywhere: Record<string, string> = {
  placedAt:
    'дата заказа|дата оформления|дата создания|принят в обработку|оформлен|дата и время заказа|дата|создан|дата замовлення|дата створення|order date|created at|date created|invoice date|invoicedate|purchase date|order purchase timestamp|date|created|placed at|date created utc',
  status: 'статус заказа|статус|стадия|стадия сделки|состояние|статус замовлення|стан|order status|status|state|stage|fulfillment status',
  total:
    'сумма заказа|итого|итого к оплате|сумма отправления|сумма|общая стоимость|сума замовлення|всього|разом|order total|grand total|total price|total|amount',
  currency: 'валюта|код валюты|код валюты отправления|код валюты товара|код валюти|currency|currency code',
  title: 'название сделки|название заказа|тема|deal name|title',
  buyerId:
    'id клиента|id покупателя|код клиента|внешний id клиента|контакт id|id контакта|код покупця|customer id|customerid|buyer id|client id|user id|customer unique id',
  name: 'фио|покупатель|клиент|фио покупателя|получатель|контакт|контактное лицо|имя клиента|покупець|клієнт|піб|customer name|customer|buyer|buyer name|full name|name|contact',
  lastName: 'фамилия|контакт фамилия|прізвище|last name|surname|lastname|billing last name',
  firstName: 'имя|контакт имя|ім я|имя покупателя|first name|firstname|billing first name',
  middleName: 'отчество|контакт отчество|по батькові|middle name|patronymic',
  email:
    'email|e mail|почта|эл почта|электронная почта|email клиента|рабочий e mail|контакт рабочий e mail|частный e mail|пошта|ел пошта|mail|customer email|billing email|buyer email',
  phone:
    'телефон|телефон покупателя|мобильный телефон|номер телефона|рабочий телефон|контакт рабочий телефон|контакт мобильный телефон|контактный телефон|телефон клиента|номер телефону|phone|phone number|mobile|telephone|customer phone|billing phone|tel',
  city: 'город|город доставки|населенный пункт|місто|city|town|shipping city|billing city|customer city',
  region: 'регион|область|регион доставки|край|регіон|region|state|province|shipping state|customer state',
  country: 'страна|країна|country|shipping country|billing country',
  postcode: 'индекс|почтовый индекс|поштовий індекс|індекс|zip|postcode|postal code|zip code|shipping postcode|customer zip code prefix',
  address: 'адрес|адрес доставки|адреса|адреса доставки|address|shipping address|delivery address',
  productId:
    'id товара|код товара|sku ozon|ozon id|sku|номенклатура wb|nmid|nm id|код номенклатуры|id товару|код товару|product id|productid|item id|offer id|stock code|stockcode|asin',
  sku: 'артикул|артикул продавца|артикул поставщика|артикул товара|vendor code|артикул товару|sku|seller sku|article|part number|vendorcode|offer sku',
  productName:
    'наименование товара|название товара|товар|наименование|номенклатура|товары|назва товару|найменування|product name|product|item name|item|description|lineitem name|title',
  quantity: 'количество|кол во|кол во шт|шт|количество товара|кількість|к сть|quantity|qty|count|units|lineitem quantity',
  price:
    'цена|цена за единицу|ваша цена|цена продажи|цена товара|цена за шт|итоговая стоимость товара|ціна|ціна за одиницю|price|unit price|unitprice|item price|lineitem price|sale price',
  discount: 'скидка|скидка руб|сумма скидки|скидка на товар|знижка|сума знижки|discount|discount amount|lineitem discount',
  lineTotal: 'сумма позиции|стоимость|стоимость товара|сумма по товару|сумма товара|вартість|line total|subtotal|item total|line amount',
  cost: 'себестоимость|закупочная цена|цена закупки|закупка|собівартість|закупівельна ціна|cost|cost price|purchase price|cogs',
  commission: 'комиссия|комиссия маркетплейса|комиссия за продажу|вознаграждение|комісія|commission|fee|sale fee',
  logistics: 'логистика|стоимость логистики|услуги доставки|логістика|logistics|fulfilment cost|shipping cost seller',
  deliveryMethod:
    'способ доставки|тип доставки|доставка|служба доставки|спосіб доставки|delivery method|shipping method|delivery|delivery type',
  deliveryScheme: 'схема|схема работы|схема доставки|схема роботи|delivery scheme|fulfillment|fulfilment',
  deliveryCost:
    'стоимость доставки|цена доставки|доставка сумма|вартість доставки|delivery cost|shipping|shipping cost|shipping price|freight value',
  trackNumber: 'трек номер|трек|номер отслеживания|ттн|накладная|номер ттн|tracking number|track number|tracking',
  warehouse: 'склад|склад отгрузки|название склада|склад відвантаження|warehouse|warehouse name|location|store',
  promisedAt:
    'дата доставки план|плановая дата доставки|планируемая дата доставки|доставить до|планова дата доставки|estimated delivery|promised date|order estimated delivery date',
  shippedAt:
    'дата отгрузки|отгружен|дата отправки|фактическая дата передачи в доставку|дата відвантаження|shipped at|ship date|shipping date|shipped',
  deliveredAt: 'дата доставки|доставлен|дата вручения|дата получения|дата отримання|delivered at|delivery date|delivered',
  paymentMethod: 'способ оплаты|тип оплаты|оплата|спосіб оплати|payment method|payment type|payment',
  paid: 'оплачено|сумма оплаты|оплаченная сумма|сплачено|paid|amount paid|paid amount|payment value',
  paidAt: 'дата оплаты|дата оплати|paid at|payment date|date paid',
  comment: 'комментарий|комментарий покупателя|комментарий клиента|примечание|коментар|примітка|comment|note|notes|customer note',
  source: 'источник|источник заказа|канал|utm source|джерело|source|channel|utm_source|referrer',
  changedAt:
    'дата изменения|изменен|обновлен|дата обновления|последнее изменение|дата зміни|оновлено|updated at|modified|date modified|changed at|last change date|lastchangedate',
  sex: 'пол|стать|sex|gender',
  birthDate: 'дата рождения|день рождения|дата народження|день народження|birth date|birthday|date of birth|birthdate',
  tags: 'теги|метки|мітки|tags|labels',
  company: 'компания|организация|юр лицо|юридическое лицо|контрагент|компанія|організація|company|organization|organisation|company name',
  taxId: 'инн|єдрпоу|едрпоу|іпн|tax id|vat number|inn',
  registeredAt:
    'дата регистрации|зарегистрирован|дата создания|дата реєстрації|registered at|registration date|signup date|created at|created',
  brand: 'бренд|производитель|марка|торговая марка|виробник|brand|vendor|manufacturer',
  category:
    'категория|группа товаров|раздел|категория товара|предмет|категорія|категорія товару|category|categories|product type|product category',
  barcode: 'штрихкод|штрих код|баркод|ean|шк|barcode|gtin|upc|ean13',
  imageUrl: 'фото|изображение|ссылка на фото|картинка|зображення|image|image url|picture|image src',
  url: 'ссылка|ссылка на товар|адрес страницы|посилання|url|link|product url',
  groupId: 'id модели|группа вариантов|код модели|id группы|group id|parent sku|model id|item group id',
  oldPrice: 'старая цена|цена до скидки|цена без скидки|стара ціна|old price|compare at price|regular price|list price',
  stock:
    'остаток|остатки|в наличии|количество|доступно|кол во|свободный остаток|залишок|наявність|кількість|stock|quantity|qty|in stock|available|inventory',
  reserved: 'резерв|в резерве|зарезервировано|у резерві|reserved|reserve',
  active: 'активность|активен|показывать|опубликован|активний|active|published|enabled|visible',
  orderId: 'номер заказа|id заказа|заказ|номер отправления|номер замовлення|order id|order number|order',
  rating: 'оценка|рейтинг|звезды|баллы|оцінка|rating|score|stars|review score',
  reviewTitle: 'заголовок|заголовок отзыва|title|review title|review comment title',
  text: 'отзыв|текст отзыва|текст|комментарий|відгук|текст відгуку|review|text|comment|review text|body|review comment message',
  createdAt: 'дата отзыва|дата публикации|дата|дата создания|дата відгуку|review date|created at|date|published at|review creation date',
  answer: 'ответ|ответ продавца|відповідь|answer|reply|response',
  answeredAt: 'дата ответа|дата відповіді|answered at|reply date|review answer timestamp',
  reason: 'причина возврата|причина|причина повернення|return reason|reason',
};

const inKind: Partial<Record<ImportKind, Record<string, string>>> = {
  order: {
    externalId:
      'номер отправления|номер заказа|заказ|id заказа|внешний id|id|номер|код заказа|номер замовлення|замовлення|order id|order number|order|posting number|invoice no|invoiceno|invoice|order no|orderid',
    number: 'номер заказа|номер|order number|number|номер замовлення',
  },
  return: {
    externalId: 'номер возврата|id возврата|возврат|номер повернення|return id|return number|rma|id|номер',
    placedAt: 'дата возврата|дата повернення|return date|returned at|дата|date',
  },
  customer: {
    externalId:
      'id клиента|код клиента|id покупателя|код покупателя|внешний id|id|код|id контакта|customer id|client id|user id|id клієнта|код клієнта|id покупця|код покупця',
    name: 'фио|клиент|имя клиента|покупатель|контакт|піб|full name|name|customer name|customer',
  },
  product: {
    externalId: 'id товара|код товара|id|код|внешний id|ozon id|nmid|nm id|product id|offer id|id товару|код товару',
    name: 'наименование|название|наименование товара|название товара|товар|номенклатура|назва|назва товару|name|title|product name|product',
  },
  stock: { externalId: 'id товара|код товара|id|код|ozon id|nmid|nm id|product id|offer id|id товару|код товару' },
  review: { externalId: 'id отзыва|номер отзыва|id|review id|id відгуку' },
};

export function names(kind: ImportKind, key: string): readonly string[] {
  return (inKind[kind]?.[key] ?? everywhere[key] ?? '').split('|').filter((name) => name !== '');
}
