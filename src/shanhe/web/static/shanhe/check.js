// A finding chosen in the list is marked in the text, and the other way round.
(function () {
  "use strict";
  var paper = document.querySelector(".paper"), findings = document.querySelector(".findings");
  if (!paper || !findings) return;
  function within(holder, one) { holder.scrollTop += one.getBoundingClientRect().top - holder.getBoundingClientRect().top - holder.clientHeight / 3; }
  function choose(id, place) {
    document.querySelectorAll(".paper .on, .finding.on").forEach(function (one) { one.classList.remove("on"); });
    var own = document.getElementById(id);
    if (own) own.classList.add("on");
    paper.querySelectorAll("." + CSS.escape(id)).forEach(function (one) { one.classList.add("on"); });
    if (place) within(paper, place);
    return own;
  }
  findings.addEventListener("click", function (event) {
    var link = event.target.closest("a[data-finding]");
    if (!link) return;
    event.preventDefault();
    var own = choose(link.dataset.finding, document.getElementById(link.hash.slice(1)));
    var proof = own && own.querySelector(".proof");
    if (proof) proof.open = true;
  });
  // A refusal stands in the form that was sent, which keeps what was typed.
  document.body.addEventListener("htmx:beforeSwap", function (event) {
    var place = event.detail.requestConfig.elt.querySelector(".refusal");
    if (event.detail.xhr.status < 400 || !place) return;
    event.detail.shouldSwap = true;
    event.detail.target = place;
    event.detail.swapOverride = "innerHTML";
  });
  paper.addEventListener("click", function (event) {
    var ref = event.target.closest("a.ref");
    if (!ref) return;
    event.preventDefault();
    var own = choose(ref.hash.slice(1), null);
    if (own) { within(findings, own); own.querySelector("h3 a").focus({ preventScroll: true }); }
  });
})();
