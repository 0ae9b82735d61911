{{- define "calico-readiness.plugin.nginx" -}}
worker_processes 2;
error_log /dev/stderr warn;
pid /tmp/nginx.pid;

events {
  worker_connections 1024;
}

http {
  include /etc/nginx/mime.types;
  default_type application/octet-stream;
  server_tokens off;
  sendfile on;
  gzip on;
  gzip_vary on;
  gzip_types application/json text/css text/javascript application/javascript;

  # The root file system is read-only.
  client_body_temp_path /tmp/client-body;
  proxy_temp_path /tmp/proxy;
  fastcgi_temp_path /tmp/fastcgi;
  uwsgi_temp_path /tmp/uwsgi;
  scgi_temp_path /tmp/scgi;

  # A hash in the name: what is behind it never changes. Everything else is asked for again.
  map $uri $cache_control {
    default no-cache;
    "~[-.][0-9a-f]{20}\.min\.js$" "public, max-age=31536000, immutable";
  }

  # Every open console asks for the manifest four times a minute; only other answers than these are news.
  map "$status $uri" $is_news {
    default 1;
    "~^(200|304) /plugin-manifest\.json$" 0;
  }
  access_log /dev/stdout combined if=$is_news;

  # A certificate whose path has a variable is read at each handshake, hence a renewed one needs no restart.
  map $server_port $certificate_name {
    default tls;
  }

  server {
    {{- if has "IPv4" .Values.plugin.listenOn }}
    listen {{ .Values.plugin.port }} ssl;
    {{- end }}
    {{- if has "IPv6" .Values.plugin.listenOn }}
    listen [::]:{{ .Values.plugin.port }} ssl;
    {{- end }}
    ssl_certificate /var/serving-certificate/$certificate_name.crt;
    ssl_certificate_key /var/serving-certificate/$certificate_name.key;
    ssl_protocols TLSv1.2 TLSv1.3;

    root /opt/calico-readiness/pages;
    add_header Cache-Control $cache_control always;
    add_header X-Content-Type-Options nosniff always;

    location / {
      limit_except GET {
        deny all;
      }
      try_files $uri =404;
    }
  }
}
{{- end }}
