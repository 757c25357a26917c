import '@mantine/core/styles/ColorSwatch.css';
import '@mantine/charts/styles.css';
import { BarChart } from '@mantine/charts';
import type { ReactElement } from 'react';

/** Bars of one or two counts each, side by side. An image, as its table has the numbers. */
export function CountsChart({
  label,
  rows,
  bars,
}: {
  label: string;
  rows: readonly Readonly<Record<string, string | number>>[];
  bars: readonly { name: string; label: string; color: string }[];
}): ReactElement {
  return (
    <div role="img" aria-label={label}>
      <BarChart
        h={Math.max(120, rows.length * 44 + 60)}
        data={[...rows]}
        dataKey="name"
        orientation="vertical"
        type="stacked"
        series={[...bars]}
        withLegend={bars.length > 1}
        yAxisProps={{ width: 150, interval: 0 }}
        xAxisProps={{ allowDecimals: false }}
        barChartProps={{ accessibilityLayer: false }}
        barProps={{ isAnimationActive: false }}
      />
    </div>
  );
}
