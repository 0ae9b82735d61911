import path from 'node:path';
import { ConsoleRemotePlugin } from '@openshift-console/dynamic-plugin-sdk-webpack';
import type { Configuration } from 'webpack';

const here = import.meta.dirname;

/** Built as ours is. Under the name of ours, because the standalone host loads the plugin of that name. */
const config: Configuration = {
  mode: 'production',
  context: here,
  entry: {},
  output: {
    path: path.join(here, 'dist'),
    filename: '[name]-bundle-[contenthash].min.js',
    chunkFilename: '[name]-chunk-[contenthash].min.js',
    clean: true,
  },
  resolve: { extensions: ['.ts', '.tsx', '.js', '.jsx'] },
  module: {
    rules: [
      {
        test: /\.tsx?$/,
        exclude: /node_modules/,
        loader: 'ts-loader',
        options: {
          configFile: path.join(here, 'tsconfig.json'),
          transpileOnly: true,
          compilerOptions: { noEmit: false },
        },
      },
      { test: /\.css$/, use: ['style-loader', 'css-loader'] },
      { test: /\.m?js$/, resolve: { fullySpecified: false } },
    ],
  },
  plugins: [
    new ConsoleRemotePlugin({
      pluginMetadata: {
        name: 'calico-readiness',
        version: '0.0.0',
        displayName: 'Yardstick',
        exposedModules: { PlainNodesPage: './PlainNodesPage' },
        dependencies: { '@console/pluginAPI': '>=4.19.0-0' },
      },
      extensions: [
        {
          type: 'console.page/route',
          properties: { path: '/plain-nodes', exact: true, component: { $codeRef: 'PlainNodesPage.PlainNodesPage' } },
        },
      ],
      sharedDynamicModuleSettings: { packageSpecs: {} },
    }),
  ],
  performance: { hints: false },
};

export default config;
