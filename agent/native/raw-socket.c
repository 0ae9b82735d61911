/*
 * What Node.js cannot do by itself: open a raw socket (raw(7)), and hear from whom a packet came. The descriptor is
 * written and closed with node:fs. What goes through it is made and understood in TypeScript.
 *
 * open(family, protocol, filter, local, peer): number
 *   family    4 or 6
 *   protocol  IPPROTO_TCP, IPPROTO_UDP, IPPROTO_IPIP, IPPROTO_ICMP, IPPROTO_ICMPV6
 *   filter    a classic BPF program for packets that come in, struct sock_filter in the byte order of the machine
 *   local     an address to bind to, and peer one to connect to; '' for none
 * Throws an Error whose code is the name of the errno: EPERM without CAP_NET_RAW. No packet of the socket is sent in
 * fragments: one that is too large for the device is refused with EMSGSIZE.
 *
 * receive(descriptor, packet, source): number
 *   packet    where the next packet is put; what does not fit is lost
 *   source    16 bytes for the address that it came from, of which IPv4 takes the first four
 * Returns the length of the packet, or -1 where none is there.
 */
#define NAPI_VERSION 8
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <linux/filter.h>
#include <netinet/in.h>
#include <node_api.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

enum { arguments = 5, most_instructions = 64, address_bytes = 16 };

static napi_value fail(napi_env env, const char *call, int number) {
  const char *code = strerrorname_np(number);
  napi_throw_error(env, code == NULL ? "unknown" : code, call);
  return NULL;
}

/* Returns 0 where the text is no address of that family. */
static socklen_t address_of(int family, const char *text, struct sockaddr_storage *address) {
  memset(address, 0, sizeof *address);
  address->ss_family = family;
  if (family == AF_INET) {
    struct sockaddr_in *ipv4 = (struct sockaddr_in *)address;
    return inet_pton(family, text, &ipv4->sin_addr) == 1 ? sizeof *ipv4 : 0;
  }
  struct sockaddr_in6 *ipv6 = (struct sockaddr_in6 *)address;
  return inet_pton(family, text, &ipv6->sin6_addr) == 1 ? sizeof *ipv6 : 0;
}

typedef int (*name_call)(int, const struct sockaddr *, socklen_t);

/* bind or connect; 0, or the errno. */
static int name_socket(int socket, int family, const char *text, name_call call) {
  struct sockaddr_storage address;
  if (text[0] == '\0') return 0;
  socklen_t length = address_of(family, text, &address);
  if (length == 0) return EINVAL;
  return call(socket, (struct sockaddr *)&address, length) == 0 ? 0 : errno;
}

/* Sends whole packets or none, whatever was learnt of the path before; 0, or the errno. */
static int never_fragment(int socket, int family) {
  int probe = family == AF_INET ? IP_PMTUDISC_PROBE : IPV6_PMTUDISC_PROBE, on = 1;
  if (family == AF_INET)
    return setsockopt(socket, IPPROTO_IP, IP_MTU_DISCOVER, &probe, sizeof probe) == 0 ? 0 : errno;
  if (setsockopt(socket, IPPROTO_IPV6, IPV6_MTU_DISCOVER, &probe, sizeof probe) != 0) return errno;
  return setsockopt(socket, IPPROTO_IPV6, IPV6_DONTFRAG, &on, sizeof on) == 0 ? 0 : errno;
}

static napi_value open_socket(napi_env env, napi_callback_info info) {
  napi_value given[arguments], result;
  size_t count = arguments, bytes = 0;
  int32_t version = 0, protocol = 0;
  void *program = NULL;
  char local[INET6_ADDRSTRLEN] = "", peer[INET6_ADDRSTRLEN] = "";

  if (napi_get_cb_info(env, info, &count, given, NULL, NULL) != napi_ok || count != arguments ||
      napi_get_value_int32(env, given[0], &version) != napi_ok ||
      napi_get_value_int32(env, given[1], &protocol) != napi_ok ||
      napi_get_buffer_info(env, given[2], &program, &bytes) != napi_ok ||
      napi_get_value_string_utf8(env, given[3], local, sizeof local, NULL) != napi_ok ||
      napi_get_value_string_utf8(env, given[4], peer, sizeof peer, NULL) != napi_ok)
    return fail(env, "open(family, protocol, filter, local, peer)", EINVAL);

  size_t instructions = bytes / sizeof(struct sock_filter);
  if (instructions == 0 || instructions > most_instructions) return fail(env, "filter", EINVAL);
  struct sock_filter code[most_instructions];
  memcpy(code, program, instructions * sizeof *code);
  struct sock_fprog filter = {.len = (unsigned short)instructions, .filter = code};

  int family = version == 6 ? AF_INET6 : AF_INET;
  int socket_number = socket(family, SOCK_RAW | SOCK_CLOEXEC | SOCK_NONBLOCK, protocol);
  if (socket_number < 0) return fail(env, "socket", errno);

  const char *call = "setsockopt";
  int number = setsockopt(socket_number, SOL_SOCKET, SO_ATTACH_FILTER, &filter, sizeof filter) == 0 ? 0 : errno;
  if (number == 0) number = never_fragment(socket_number, family);
  if (number == 0) number = name_socket(socket_number, family, local, (call = "bind", bind));
  if (number == 0) number = name_socket(socket_number, family, peer, (call = "connect", connect));
  if (number == 0 && napi_create_int32(env, socket_number, &result) == napi_ok) return result;
  close(socket_number);
  return fail(env, call, number == 0 ? ENOMEM : number);
}

static napi_value receive_packet(napi_env env, napi_callback_info info) {
  napi_value given[3], result;
  size_t count = 3, bytes = 0, room = 0;
  int32_t descriptor = 0;
  void *packet = NULL, *source = NULL;
  struct sockaddr_storage from;
  socklen_t length = sizeof from;

  if (napi_get_cb_info(env, info, &count, given, NULL, NULL) != napi_ok || count != 3 ||
      napi_get_value_int32(env, given[0], &descriptor) != napi_ok ||
      napi_get_buffer_info(env, given[1], &packet, &bytes) != napi_ok ||
      napi_get_buffer_info(env, given[2], &source, &room) != napi_ok || room < address_bytes)
    return fail(env, "receive(descriptor, packet, source)", EINVAL);

  memset(&from, 0, sizeof from);
  ssize_t received = recvfrom(descriptor, packet, bytes, MSG_DONTWAIT, (struct sockaddr *)&from, &length);
  if (received >= 0 && from.ss_family == AF_INET)
    memcpy(source, &((struct sockaddr_in *)&from)->sin_addr, sizeof(struct in_addr));
  if (received >= 0 && from.ss_family == AF_INET6)
    memcpy(source, &((struct sockaddr_in6 *)&from)->sin6_addr, sizeof(struct in6_addr));
  return napi_create_int32(env, received < 0 ? -1 : (int32_t)received, &result) == napi_ok ? result : NULL;
}

static void export_function(napi_env env, napi_value exports, const char *name, napi_callback call) {
  napi_value function;
  if (napi_create_function(env, name, NAPI_AUTO_LENGTH, call, NULL, &function) == napi_ok)
    napi_set_named_property(env, exports, name, function);
}

NAPI_MODULE_INIT() {
  export_function(env, exports, "open", open_socket);
  export_function(env, exports, "receive", receive_packet);
  return exports;
}
