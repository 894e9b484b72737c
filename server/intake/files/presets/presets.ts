/** Every known file format, once. */
import type { PresetName } from '../../../../contract/imports.ts';
import { anyTable } from './any-table/any-table.ts';
import { bitrix24 } from './bitrix24/bitrix24.ts';
import { icml, yml } from './catalogue/catalogue.ts';
import { olist } from './olist/olist.ts';
import { onlineRetail } from './online-retail/online-retail.ts';
import { ozonOrders } from './ozon-orders/ozon-orders.ts';
import type { Preset, Sketch } from './preset.ts';
import { retailcrm } from './retailcrm/retailcrm.ts';
import { wildberriesOrders } from './wildberries-orders/wildberries-orders.ts';

export const presets: Record<PresetName, Preset> = {
  table: anyTable,
  olist,
  'online-retail': onlineRetail,
  'ozon-orders': ozonOrders,
  'wildberries-orders': wildberriesOrders,
  retailcrm,
  bitrix24,
  yml,
  icml,
};

/** Presets that could read these files, likeliest first. */
export function rankPresets(sketches: readonly Sketch[]): { name: PresetName; confidence: number }[] {
  return Object.values(presets)
    .map((preset) => ({ name: preset.name, confidence: preset.fits(sketches) }))
    .filter(({ confidence }) => confidence > 0)
    .toSorted((a, b) => b.confidence - a.confidence);
}
