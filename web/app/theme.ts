/** The look: spruce on linen-grey, small radii, dense controls. Tokens that are not Mantine's live in `tokens.css`. */

import type { CSSVariablesResolver, MantineColorsTuple } from '@mantine/core';
import { createTheme } from '@mantine/core';

const spruce: MantineColorsTuple = [
  '#edf6f1',
  '#d6eade',
  '#b0d8c3',
  '#83c1a3',
  '#5aab85',
  '#38946b',
  '#217d57',
  '#156848',
  '#0f5239',
  '#0a3b2a',
];
const gray: MantineColorsTuple = [
  '#f7f8f6',
  '#eff1ee',
  '#e3e6e2',
  '#d3d7d2',
  '#b6bcb7',
  '#8d958f',
  '#5c655f',
  '#424a45',
  '#2a312d',
  '#19201c',
];
const dark: MantineColorsTuple = [
  '#e2e8e4',
  '#c4ccc7',
  '#9ba69f',
  '#717d76',
  '#3b4640',
  '#2c3530',
  '#1f2723',
  '#171d1a',
  '#101512',
  '#0b0f0d',
];
const red: MantineColorsTuple = [
  '#fdf0ee',
  '#f9dcd8',
  '#f1b8b0',
  '#e89185',
  '#de6d5f',
  '#d15243',
  '#c23f30',
  '#a93325',
  '#87281d',
  '#5f1d16',
];

export const theme = createTheme({
  colors: { spruce, gray, dark, red },
  primaryColor: 'spruce',
  primaryShade: { light: 7, dark: 6 },
  white: '#ffffff',
  black: '#19201c',
  fontFamily: "'Golos Text Variable', system-ui, 'Segoe UI', sans-serif",
  fontFamilyMonospace: "ui-monospace, 'SF Mono', 'Cascadia Mono', Menlo, Consolas, monospace",
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '1.375rem', lineHeight: '1.3' },
      h2: { fontSize: '1.125rem', lineHeight: '1.35' },
      h3: { fontSize: '0.9375rem', lineHeight: '1.4' },
    },
  },
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.25rem' },
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2rem' },
  defaultRadius: 'sm',
  radius: { xs: '3px', sm: '6px', md: '9px', lg: '14px', xl: '20px' },
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { size: 'sm', fw: 550 } },
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray' } },
    Tooltip: { defaultProps: { openDelay: 250, withArrow: false, maw: 360, multiline: true } },
    Menu: { defaultProps: { shadow: 'md', position: 'bottom-end' } },
    Popover: { defaultProps: { shadow: 'md' } },
    Modal: { defaultProps: { centered: true, radius: 'md', overlayProps: { backgroundOpacity: 0.32 } } },
    Loader: { defaultProps: { type: 'dots', size: 'sm' } },
    Anchor: { defaultProps: { underline: 'hover' } },
    InputWrapper: { styles: { label: { marginBottom: 3, fontWeight: 500 }, description: { marginBottom: 3 } } },
    Text: { defaultProps: { size: 'md' } },
    TextInput: { defaultProps: { size: 'sm' } },
    Select: { defaultProps: { size: 'sm', checkIconPosition: 'right' } },
  },
});

/** Keeps the dimmed grey above 4.5:1 on every surface of ours. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': gray[6],
    '--mantine-color-placeholder': '#6b746e',
    '--mantine-color-default-border': 'var(--line-strong)',
    '--mantine-color-error': red[7],
  },
  dark: {
    '--mantine-color-body': dark[7],
    '--mantine-color-text': dark[0],
    '--mantine-color-dimmed': dark[2],
    '--mantine-color-placeholder': '#8a958e',
    '--mantine-color-default': dark[6],
    '--mantine-color-default-hover': dark[5],
    '--mantine-color-default-border': 'var(--line-strong)',
    '--mantine-color-anchor': spruce[3],
    '--mantine-color-error': red[3],
  },
});
