import { defineAsyncComponent } from 'vue';

/** ECharts is fetched when the first chart is shown. */
export const LazyChart = defineAsyncComponent(() => import('./chart-box.vue'));
