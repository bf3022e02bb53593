// The page of the interface: the reader of OpenAPI that comes with the interface, with the session's CSRF token.
"use strict";
const settings = JSON.parse(document.getElementById("api-settings").textContent);
const headers = JSON.parse(document.body.getAttribute("hx-headers"));
window.SwaggerUIBundle({
  ...settings,
  dom_id: "#api",
  deepLinking: true,
  presets: [window.SwaggerUIBundle.presets.apis],
  requestInterceptor: (request) => {
    if (new URL(request.url, location.href).origin === location.origin) Object.assign(request.headers, headers);
    return request;
  },
});
