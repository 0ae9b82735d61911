import { jsonResponse, type ApiRequest, type ApiResponse } from './api-request';
import { listPage } from './list-page';
import type { ObjectStore } from './object-store';
import type { ResourcePath } from './resource-path';
import { apiVersionOf } from './resource-type';
import type { Scenario } from './scenario';
import { parseSelectors } from './selectors';
import { metadataOnly, shapeOf, tableOf } from './tables/shape';

/** One page of the objects that a request selects, as the scenario lets them be seen. */
export const listResources = (
  store: ObjectStore,
  scenario: Scenario,
  { query, accept }: ApiRequest,
  { type, namespace }: ResourcePath,
): ApiResponse => {
  const selected = parseSelectors(query.get('labelSelector'), query.get('fieldSelector'));
  const objects = store
    .list(type, namespace)
    .filter(selected)
    .map((object) => scenario.present(type, object))
    .filter((object) => object !== undefined);
  const { items, metadata } = listPage(objects, store.resourceVersion, {
    limit: query.get('limit'),
    continue: query.get('continue'),
    isSelection: ['labelSelector', 'fieldSelector'].some((name) => (query.get(name) ?? '') !== ''),
  });
  switch (shapeOf(accept)) {
    case 'table':
      return jsonResponse(200, tableOf(type, items, metadata, { include: query.get('includeObject') }));
    case 'metadata':
      return jsonResponse(200, {
        kind: 'PartialObjectMetadataList',
        apiVersion: 'meta.k8s.io/v1',
        metadata,
        items: items.map(metadataOnly),
      });
    case 'object':
      return jsonResponse(200, { kind: `${type.kind}List`, apiVersion: apiVersionOf(type), metadata, items });
  }
};
