import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TitleComponent } from 'echarts/components';
import * as echarts from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { partsOf, type Result } from '../frame/result.ts';

echarts.use([BarChart, LineChart, GridComponent, LegendComponent, TitleComponent, SVGRenderer]);

const width = 760;
/** Blue for ours, then greys and an orange that are told apart without colour too: each has its own mark. */
const colours = ['#1d70b8', '#505a5f', '#d4351c', '#b1b4b6'];
const marks = ['circle', 'rect', 'triangle', 'diamond'];

/** A chart of one measure, as SVG text: lines where it was measured at several sizes, bars where not. */
export function chartOf(measure: string, rows: readonly Result[]): string {
  const sizes = [...new Set(rows.map(({ id }) => partsOf(id).size))].filter((size) => size !== null);
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width, height: sizes.length > 1 ? 360 : 220 });
  chart.setOption(sizes.length > 1 ? lines(measure, rows) : bars(measure, rows));
  const svg = chart.renderToSVGString();
  chart.dispose();
  return `${described(svg, measure, rows)}\n`;
}

const title = (measure: string, rows: readonly Result[]) => ({
  text: `${sentence(measure)} (${rows[0]?.unit ?? ''})`,
  subtext: (rows.at(-1)?.what ?? '').split('; ')[0],
  textStyle: { fontSize: 16, color: '#0b0c0c' },
  subtextStyle: { color: '#505a5f' },
});

const sentence = (measure: string): string => measure.charAt(0).toUpperCase() + measure.slice(1).replaceAll('-', ' ');

/** Ours once, and each peer: the same figure of ours stands beside several peers. */
function seriesOf(
  rows: readonly Result[],
): readonly { name: string; points: readonly (readonly [number, number])[] }[] {
  const points = (of: (row: Result) => number, from: readonly Result[]) =>
    from
      .map((row): readonly [number, number] => [partsOf(row.id).size ?? 0, of(row)])
      .toSorted(([one], [other]) => one - other);
  const first = new Map(rows.toReversed().map((row) => [partsOf(row.id).size, row]));
  return [
    { name: 'Caseweave', points: points(({ ours }) => ours, [...first.values()]) },
    ...[...Map.groupBy(rows, ({ otherIs }) => otherIs)].map(([name, of]) => ({
      name,
      points: points(({ other }) => other, of),
    })),
  ];
}

function lines(measure: string, rows: readonly Result[]): echarts.EChartsCoreOption {
  const series = seriesOf(rows);
  return {
    animation: false,
    backgroundColor: '#ffffff',
    color: colours,
    title: title(measure, rows),
    legend: { bottom: 0, data: series.map(({ name }) => name) },
    grid: { left: 70, right: 30, top: 70, bottom: 60 },
    xAxis: { type: 'log', min: 'dataMin', max: 'dataMax', axisLabel: { color: '#0b0c0c' } },
    yAxis: { type: 'log', axisLabel: { color: '#0b0c0c' } },
    series: series.map(({ name, points }, at) => ({
      type: 'line',
      name,
      data: points,
      symbol: marks[at % marks.length],
      symbolSize: 9,
      label: {
        show: true,
        position: at === 0 ? 'bottom' : 'top',
        color: '#0b0c0c',
        formatter: ({ value }: { value: number[] }) => shown(value[1]),
      },
    })),
  };
}

function bars(measure: string, rows: readonly Result[]): echarts.EChartsCoreOption {
  const series = seriesOf(rows).toReversed();
  return {
    animation: false,
    backgroundColor: '#ffffff',
    title: title(measure, rows),
    grid: { left: 170, right: 80, top: 60, bottom: 30 },
    xAxis: { type: 'value', axisLabel: { color: '#0b0c0c' } },
    yAxis: { type: 'category', data: series.map(({ name }) => name), axisLabel: { color: '#0b0c0c' } },
    series: [
      {
        type: 'bar',
        data: series.map(({ name, points }) => ({
          value: points[0]?.[1] ?? 0,
          itemStyle: { color: name === 'Caseweave' ? colours[0] : colours[1] },
        })),
        label: {
          show: true,
          position: 'right',
          color: '#0b0c0c',
          formatter: ({ value }: { value: number }) => shown(value),
        },
      },
    ],
  };
}

const shown = (value = 0): string => value.toLocaleString('en-GB', { maximumSignificantDigits: 3 });

/** Gives the picture words for those who do not see it. */
function described(svg: string, measure: string, rows: readonly Result[]): string {
  const words = rows
    .map(
      ({ what, ours, other, otherIs, unit }) => `${what}: Caseweave ${shown(ours)} ${unit}, ${otherIs} ${shown(other)}`,
    )
    .join('; ');
  return svg
    .replace('<svg ', '<svg role="img" ')
    .replace(/(<svg [^>]*>)/, `$1<title>${escaped(sentence(measure))}</title><desc>${escaped(words)}</desc>`);
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
