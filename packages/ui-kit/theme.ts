import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

/** Paper and ink: warm greys, so that a day of looking at tables does not tire. */
const paper: MantineColorsTuple = [
  '#faf8f4',
  '#f4f1ea',
  '#e9e5db',
  '#dcd7ca',
  '#c5bfb0',
  '#a39d8e',
  '#716b5e',
  '#5f5a4f',
  '#45413a',
  '#262420',
];
const night: MantineColorsTuple = [
  '#dedad0',
  '#c2bdb2',
  '#a8a397',
  '#78736a',
  '#403d37',
  '#322f2a',
  '#272521',
  '#1c1b18',
  '#161513',
  '#100f0e',
];
/** The one accent. */
const petrol: MantineColorsTuple = [
  '#eef5f6',
  '#dbeaec',
  '#b7d5d9',
  '#8fbdc4',
  '#71abb5',
  '#4a929e',
  '#2f7d8a',
  '#1d6471',
  '#17525d',
  '#113f48',
];
/** The one warm warning. */
const ochre: MantineColorsTuple = [
  '#fbf4e6',
  '#f6e7ca',
  '#efd19a',
  '#e5b866',
  '#d9a040',
  '#c78a27',
  '#a66c17',
  '#875612',
  '#6d4611',
  '#50340e',
];
/** Only for money at risk and breaches. */
const risk: MantineColorsTuple = [
  '#fdf0ee',
  '#fadcd8',
  '#f2b6ae',
  '#ec9488',
  '#e57a6d',
  '#d24a3d',
  '#b93428',
  '#9d291f',
  '#7d2119',
  '#5f1a14',
];

const FONT = "'Golos Text Variable', 'Golos Text', system-ui, -apple-system, 'Segoe UI', sans-serif";

export const theme = createTheme({
  fontFamily: FONT,
  fontFamilyMonospace: "ui-monospace, 'SF Mono', 'Cascadia Mono', 'DejaVu Sans Mono', monospace",
  fontSizes: { xs: '12px', sm: '14px', md: '15px', lg: '17px', xl: '20px' },
  fontWeights: { regular: '400', medium: '500', bold: '600' },
  lineHeights: { xs: '1.4', sm: '1.45', md: '1.5', lg: '1.5', xl: '1.4' },
  headings: {
    fontFamily: FONT,
    fontWeight: '600',
    textWrap: 'pretty',
    sizes: {
      h1: { fontSize: '26px', lineHeight: '1.25' },
      h2: { fontSize: '18px', lineHeight: '1.35' },
      h3: { fontSize: '15px', lineHeight: '1.4' },
    },
  },
  colors: { gray: paper, dark: night, petrol, ochre, risk, red: risk, yellow: ochre, orange: ochre },
  primaryColor: 'petrol',
  // White reads on both: 6.7 and 4.7 to one.
  primaryShade: { light: 7, dark: 6 },
  defaultRadius: 'sm',
  radius: { xs: '3px', sm: '5px', md: '8px', lg: '12px', xl: '20px' },
  cursorType: 'pointer',
  respectReducedMotion: true,
  focusRing: 'auto',
  shadows: {
    xs: 'none',
    sm: '0 1px 2px rgb(38 36 32 / 0.08)',
    md: '0 6px 24px rgb(38 36 32 / 0.12)',
    lg: '0 12px 40px rgb(38 36 32 / 0.16)',
    xl: '0 20px 60px rgb(38 36 32 / 0.2)',
  },
  components: {
    Button: { defaultProps: { size: 'sm', fw: 500 } },
    Tooltip: { defaultProps: { openDelay: 250, withArrow: false, multiline: true, maw: 320, fz: 'sm' } },
    Drawer: {
      defaultProps: {
        position: 'right',
        size: 'min(600px, 100vw)',
        overlayProps: { backgroundOpacity: 0.28 },
      },
    },
    Modal: { defaultProps: { radius: 'md', centered: true, overlayProps: { backgroundOpacity: 0.28 } } },
    Menu: { defaultProps: { shadow: 'md', radius: 'md' } },
    Select: { defaultProps: { checkIconPosition: 'right', allowDeselect: false } },
    Anchor: { defaultProps: { underline: 'not-hover' } },
  },
});

/** The few colours that components name: see theme.css for what they are for. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': '#fbfaf7',
    '--mantine-color-text': paper[9],
    '--mantine-color-dimmed': paper[7],
    '--mantine-color-placeholder': paper[6],
    '--mantine-color-default': '#ffffff',
    '--mantine-color-default-hover': paper[1],
    '--mantine-color-default-border': paper[3],
    '--mantine-color-anchor': petrol[7],
    '--mantine-color-error': risk[6],
  },
  dark: {
    '--mantine-color-body': night[7],
    '--mantine-color-text': '#e9e5dc',
    '--mantine-color-dimmed': night[2],
    '--mantine-color-placeholder': '#8f8a7f',
    '--mantine-color-default': night[6],
    '--mantine-color-default-hover': night[5],
    '--mantine-color-default-border': night[4],
    '--mantine-color-anchor': petrol[3],
    '--mantine-color-error': risk[4],
  },
});
