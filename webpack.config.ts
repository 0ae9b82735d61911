import path from 'node:path';
import { ConsoleRemotePlugin } from '@openshift-console/dynamic-plugin-sdk-webpack';
import CopyPlugin from 'copy-webpack-plugin';
import webpack from 'webpack';
import type { Configuration } from 'webpack';
import { sharedByPages } from './scripts/build/plugin/shared-by-pages';
import { SizeLimitsPlugin } from './scripts/build/plugin/size-limits-plugin';
import { ThirdPartyPlugin } from './scripts/build/third-party/third-party-plugin';
import { languages } from './scripts/generate/translations/languages';

const production = process.env['NODE_ENV'] === 'production';
const root = import.meta.dirname;

const config: Configuration = {
  mode: production ? 'production' : 'development',
  context: path.join(root, 'src'),
  // ConsoleRemotePlugin makes the entries out of `consolePlugin.exposedModules` in package.json.
  entry: {},
  output: {
    path: path.join(root, 'dist'),
    filename: production ? '[name]-bundle-[contenthash].min.js' : '[name]-bundle.js',
    chunkFilename: production ? '[name]-chunk-[contenthash].min.js' : '[name]-chunk.js',
    clean: true,
  },
  resolve: {
    extensions: ['.ts', '.tsx', '.js', '.jsx'],
    alias: { 'react-dom$': path.join(root, 'src/console/react-dom.ts') },
  },
  module: {
    rules: [
      {
        test: /\.tsx?$/,
        exclude: /node_modules/,
        loader: 'ts-loader',
        options: { configFile: path.join(root, 'tsconfig.webpack.json'), transpileOnly: true },
      },
      // Each of its modules only says what it exports, so that what the console's own pages load of ours stays small.
      { include: path.join(root, 'requirements', 'src'), sideEffects: false },
      { test: /\.css$/, use: ['style-loader', 'css-loader'] },
      { test: /\.m?js$/, resolve: { fullySpecified: false } },
    ],
  },
  plugins: [
    // Sharing PatternFly module by module would make each component a request of its own, and a console or another
    // plugin could replace ours by a version whose styles the console does not have. So we bundle what we use.
    new ConsoleRemotePlugin({ sharedDynamicModuleSettings: { packageSpecs: {} } }),
    // The console asks the plugin's own web server for /locales/<language>/<namespace>.json.
    new CopyPlugin({
      patterns: [{ from: '*/plugin__calico-readiness.json', context: path.join(root, 'locales'), to: 'locales' }],
    }),
    // Chrome compiles what is in these while it downloads them, instead of on the way to the first rows; a comment elsewhere.
    new webpack.BannerPlugin({
      banner: '//# allFunctionsCalledOnLoad',
      raw: true,
      include: /^(?:pages|overview|matrix)-chunk/,
      stage: webpack.Compilation.PROCESS_ASSETS_STAGE_SUMMARIZE,
    }),
    ...(production
      ? [
          new SizeLimitsPlugin(languages, [
            { exposed: 'exposed-OverviewPage', page: 'overview', languages },
            { exposed: 'exposed-NodesPage', page: 'matrix', languages: ['en'] },
          ]),
        ]
      : []),
    new ThirdPartyPlugin("Calico Readiness's console plugin", root),
  ],
  devtool: production ? false : 'source-map',
  optimization: {
    chunkIds: 'deterministic',
    minimize: production,
    splitChunks: { cacheGroups: { pages: sharedByPages } },
  },
  performance: { hints: false },
};

export default config;
