/*
 * What raw-socket.c uses of Node-API, declared anew: the images of Node.js bring no headers along. Its binary interface
 * does not change with Node.js (https://nodejs.org/api/n-api.html). A test compiles this beside the headers of Node.js.
 */
#ifndef CALICO_READINESS_NODE_API_H
#define CALICO_READINESS_NODE_API_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifndef SRC_NODE_API_H_
#define NAPI_AUTO_LENGTH SIZE_MAX

typedef struct napi_env__ *napi_env;
typedef struct napi_value__ *napi_value;
typedef struct napi_callback_info__ *napi_callback_info;
typedef enum { napi_ok, napi_other_status = 0x7fffffff } napi_status;
typedef napi_value (*napi_callback)(napi_env env, napi_callback_info info);

#define NAPI_MODULE_INIT()                                                        \
  __attribute__((visibility("default"))) int32_t node_api_module_get_api_version_v1(void); \
  __attribute__((visibility("default"))) napi_value napi_register_module_v1(napi_env env, napi_value exports); \
  int32_t node_api_module_get_api_version_v1(void) { return NAPI_VERSION; }       \
  napi_value napi_register_module_v1(napi_env env, napi_value exports)
#endif

napi_status napi_create_function(napi_env env, const char *name, size_t length, napi_callback call, void *data,
                                 napi_value *result);
napi_status napi_create_int32(napi_env env, int32_t value, napi_value *result);
napi_status napi_get_buffer_info(napi_env env, napi_value value, void **data, size_t *length);
napi_status napi_get_cb_info(napi_env env, napi_callback_info info, size_t *count, napi_value *given, napi_value *self,
                             void **data);
napi_status napi_get_value_int32(napi_env env, napi_value value, int32_t *result);
napi_status napi_get_value_string_utf8(napi_env env, napi_value value, char *text, size_t room, size_t *length);
napi_status napi_set_named_property(napi_env env, napi_value object, const char *name, napi_value value);
napi_status napi_throw_error(napi_env env, const char *code, const char *message);

#endif
