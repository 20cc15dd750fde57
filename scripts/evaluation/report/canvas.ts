import type * as ObservablePlot from '@observablehq/plot';
import { reasonOf, UsageError } from '../../command';

/** The plotting library and a way to a plot's SVG, without a browser. */
export interface Canvas {
  Plot: typeof ObservablePlot;
  draw: (options: ObservablePlot.PlotOptions) => string;
}

/** @throws UsageError where the packages that draw are not installed. */
export async function openCanvas(): Promise<Canvas> {
  const [Plot, { Window }] = await Promise.all([import('@observablehq/plot'), import('happy-dom')]).catch(
    (error: unknown) => {
      throw new UsageError(
        `Plots need @observablehq/plot and happy-dom, which a development install brings: npm install --include=dev (${reasonOf(error)})`,
      );
    },
  );
  const { document } = new Window();
  return {
    Plot,
    draw: (options) => {
      const plot = Plot.plot({
        ...options,
        // Enough of a document for what Plot makes; the types of the two libraries do not know each other.
        document: document as unknown as Document,
        style: { background: 'transparent', color: 'inherit', fontSize: '12px', fontFamily: 'inherit' },
      });
      return plot.outerHTML;
    },
  };
}
