/** The theme's colours as a canvas understands them, read when a chart is drawn. */
import type { Tone } from '../tone.ts';

export interface ChartColours {
  ink: string;
  dim: string;
  line: string;
  sheet: string;
  raised: string;
  brand: string;
  soft: string;
  tones: Record<Tone, string>;
}

const hues: Record<Tone, [chroma: number, hue: number]> = {
  green: [1, 158],
  blue: [1, 250],
  amber: [1.05, 75],
  violet: [1, 300],
  teal: [0.85, 205],
  red: [1.15, 28],
  grey: [0.12, 150],
};

// ECharts reads neither variables nor oklch: a pixel of the colour tells its rgb.
function asRgb(colour: string): string {
  const pen = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  if (!pen) return '#888';
  pen.fillStyle = colour;
  pen.fillRect(0, 0, 1, 1);
  const [red, green, blue] = pen.getImageData(0, 0, 1, 1).data;
  return `rgb(${red}, ${green}, ${blue})`;
}

export function chartColours(): ChartColours {
  const root = getComputedStyle(document.documentElement);
  const dark = document.documentElement.dataset.mantineColorScheme === 'dark';
  const token = (name: string) => asRgb(root.getPropertyValue(name).trim());
  const tone = ([chroma, hue]: [number, number]) => asRgb(`oklch(${dark ? '70%' : '56%'} ${0.11 * chroma} ${hue})`);
  return {
    ink: token('--ink'),
    dim: token('--ink-dim'),
    line: token('--line'),
    sheet: token('--sheet'),
    raised: token('--raised'),
    brand: token('--brand'),
    soft: token('--brand-soft'),
    tones: Object.fromEntries(Object.entries(hues).map(([name, parts]) => [name, tone(parts)])) as Record<Tone, string>,
  };
}
