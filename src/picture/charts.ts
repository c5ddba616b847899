/** The few kinds of charts and parts that the pictures need, out of all that ECharts has. */
import { BarChart, CustomChart, LineChart } from 'echarts/charts';
import { GraphicComponent, GridComponent, TitleComponent } from 'echarts/components';
import { use } from 'echarts/core';
import { CanvasRenderer, SVGRenderer } from 'echarts/renderers';

use([
  ...[BarChart, CustomChart, LineChart],
  ...[GraphicComponent, GridComponent, TitleComponent],
  ...[CanvasRenderer, SVGRenderer],
]);

export { init } from 'echarts/core';
