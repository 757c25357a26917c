import '@mantine/core/styles/ColorSwatch.css';
import '@mantine/charts/styles.css';
import { BarChart } from '@mantine/charts';
import type { ReactElement } from 'react';
import type { Series } from './series';

const COLOURS = ['blue.7', 'orange.7', 'teal.7', 'grape.7', 'red.7', 'yellow.7', 'gray.6'];

/** Series stacked over time. An image to who can not see it: the table beside it has the numbers. */
export function TrendsChart({
  label,
  periods,
  series,
}: {
  label: string;
  periods: readonly string[];
  series: readonly Series[];
}): ReactElement {
  const data = periods.map((period, index) => ({
    period,
    ...Object.fromEntries(series.map(({ key, counts }) => [key, counts[index] ?? 0])),
  }));
  return (
    <div role="img" aria-label={label}>
      <BarChart
        h={340}
        data={data}
        dataKey="period"
        type="stacked"
        series={series.map(({ key, name }, index) => ({
          name: key,
          label: name,
          color: COLOURS[index % COLOURS.length] ?? 'gray.6',
        }))}
        withLegend
        legendProps={{ verticalAlign: 'bottom' }}
        yAxisProps={{ allowDecimals: false }}
        barChartProps={{ accessibilityLayer: false }}
        barProps={{ isAnimationActive: false }}
      />
    </div>
  );
}
