/** The small parts of a workbook that say how to read its sheet: which sheet, which number formats are dates, which epoch. */
import type { Archive } from '../source/zip.ts';
import { SharedStrings } from './shared-strings.ts';
import { readXml } from './xml-events.ts';

export interface Workbook {
  sheetPath: string;
  /** For each cell style, whether it shows a date or a time. */
  dateStyles: boolean[];
  /** Days to add to a serial of the Macintosh epoch. */
  epochShift: number;
}

const epoch1904Days = 1462;

/** The first sheet that people can see. */
export async function openWorkbook(archive: Archive): Promise<Workbook> {
  const targets = await relationTargets(archive);
  let sheet: string | null = null;
  let epochShift = 0;
  await eachElement(archive, 'xl/workbook.xml', (name, attributes, closing) => {
    if (closing) return;
    if (name === 'workbookPr' && /^(?:1|true)$/.test(attributes.date1904 ?? '')) epochShift = epoch1904Days;
    if (name !== 'sheet' || sheet !== null || attributes.state === 'hidden' || attributes.state === 'veryHidden') return;
    sheet = targets.get(attributes['r:id'] ?? '') ?? null;
  });
  return { sheetPath: sheet ?? 'xl/worksheets/sheet1.xml', dateStyles: await dateStyles(archive), epochShift };
}

async function relationTargets(archive: Archive): Promise<Map<string, string>> {
  const targets = new Map<string, string>();
  await eachElement(archive, 'xl/_rels/workbook.xml.rels', (name, attributes, closing) => {
    if (name !== 'Relationship' || closing) return;
    const target = attributes.Target ?? '';
    targets.set(attributes.Id ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target}`);
  });
  return targets;
}

async function dateStyles(archive: Archive): Promise<boolean[]> {
  const custom = new Map<number, string>();
  const styles: boolean[] = [];
  let inCells = false;
  await eachElement(archive, 'xl/styles.xml', (name, attributes, closing) => {
    if (name === 'cellXfs') inCells = !closing;
    else if (name === 'numFmt' && !closing) custom.set(Number(attributes.numFmtId), attributes.formatCode ?? '');
    else if (name === 'xf' && inCells && !closing) styles.push(showsDate(Number(attributes.numFmtId ?? 0), custom));
  });
  return styles;
}

/** Formats 14-22, 27-36, 45-47 and 50-58 are dates by the standard; others say so by their letters. */
function showsDate(id: number, custom: Map<number, string>): boolean {
  if ((id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)) return true;
  const code = custom.get(id)?.replace(/"[^"]*"|\\.|\[(?!h+\]|m+\]|s+\])[^\]]*\]|_./gi, '') ?? '';
  return /[dmyhs]/i.test(code) && !/general/i.test(code);
}

/** All texts of the workbook by number. */
export async function readSharedStrings(archive: Archive, folder: string): Promise<SharedStrings> {
  const strings = new SharedStrings(folder);
  const part = archive.find('xl/sharedStrings.xml');
  if (!part) return strings;
  let text = '';
  let keeps = false;
  let phonetic = false;
  const reading = readXml(await part.open(), 'utf-8', {
    open: (name) => {
      if (name === 'si') text = '';
      else if (name === 'rPh') phonetic = true;
      else if (name === 't') keeps = !phonetic;
    },
    text: (piece) => {
      if (keeps) text += piece;
    },
    close: (name) => {
      if (name === 't') keeps = false;
      else if (name === 'rPh') phonetic = false;
      else if (name === 'si') strings.add(text);
    },
  });
  for await (const _ of reading);
  return strings;
}

type ElementSeen = (name: string, attributes: Record<string, string>, closing: boolean) => void;

async function eachElement(archive: Archive, path: string, seen: ElementSeen): Promise<void> {
  const part = archive.find(path);
  if (!part) return;
  const reading = readXml(await part.open(), 'utf-8', {
    open: (name, attributes) => seen(name, attributes, false),
    text: () => {},
    close: (name) => seen(name, {}, true),
  });
  for await (const _ of reading);
}
