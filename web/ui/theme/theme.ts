import {
  createTheme,
  type CSSVariablesResolver,
  type MantineTheme,
  type MantineThemeOverride,
} from '@mantine/core';

function smallWhereCompact(
  _theme: MantineTheme,
  { size }: { size?: unknown },
): { root: Record<string, string> } {
  return { root: size === 'compact-md' ? { '--button-fz': 'var(--mantine-font-size-sm)' } : {} };
}

const SHARED: MantineThemeOverride = {
  primaryColor: 'blue',
  // 5:1 with white in both schemes; the usual shade has 3.6:1.
  primaryShade: { light: 8, dark: 8 },
  // Ours on every device; the device's own until it has come.
  fontFamily: '"Inter Variable", system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", sans-serif',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    // Its `header` is no banner of the page.
    Modal: {
      defaultProps: { padding: '1rem', attributes: { header: { role: 'none' } } },
      styles: { title: { fontSize: 'var(--mantine-font-size-lg)', fontWeight: 700, lineHeight: 1.35 } },
    },
    // The browser's own margin puts it out of line with the fields around it.
    Fieldset: { styles: { root: { marginInline: 0 }, legend: { fontWeight: 600 } } },
    // As large as the words of the other buttons.
    Button: { vars: smallWhereCompact },
    Drawer: { defaultProps: { attributes: { header: { role: 'none' } } } },
  },
};

/** For clients: comfortable. */
export const COMFORTABLE_THEME = createTheme({ ...SHARED, defaultRadius: 'md' });

/** For agents: dense. */
export const DENSE_THEME = createTheme({
  ...SHARED,
  defaultRadius: 'sm',
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.125rem' },
  spacing: { xs: '0.5rem', sm: '0.625rem', md: '0.75rem', lg: '1rem', xl: '1.5rem' },
  headings: {
    sizes: {
      h2: { fontSize: '1.375rem', lineHeight: '1.35' },
      h3: { fontSize: '1.125rem', lineHeight: '1.4' },
      h4: { fontSize: '1rem', lineHeight: '1.45' },
    },
  },
});

/** Quiet text, placeholders and errors at 4.5:1 and more (WCAG 1.4.3). */
export const readableColours: CSSVariablesResolver = (theme) => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': theme.colors.gray[7],
    '--mantine-color-placeholder': theme.colors.gray[7],
    '--mantine-color-error': theme.colors.red[9],
    '--mantine-color-anchor': theme.colors.blue[9],
    // Under the pointer the usual one leaves its words 4:1.
    '--mantine-color-blue-light-hover': '#c2e4ff',
  },
  dark: {
    '--mantine-color-text': '#e3e3e3',
    '--mantine-color-dimmed': theme.colors.dark[1],
    '--mantine-color-placeholder': theme.colors.dark[1],
    '--mantine-color-error': theme.colors.red[4],
    '--mantine-color-anchor': theme.colors.blue[4],
    // What can be pressed looks it, also without a border.
    '--mantine-color-blue-light-color': theme.colors.blue[3],
    '--mantine-color-red-light-color': theme.colors.red[3],
  },
});
