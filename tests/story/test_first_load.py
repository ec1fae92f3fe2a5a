"""The report form on bad wifi: at most 30 KB and four requests, none of them to anybody else."""

from people import PHONE


def test_the_first_load_is_small(browser, server):
    page = browser.new_context(viewport=PHONE).new_page()
    client = page.context.new_cdp_session(page)
    client.send("Network.enable")
    sizes: dict[str, float] = {}
    client.on("Network.loadingFinished", lambda event: sizes.update({event["requestId"]: event["encodedDataLength"]}))
    urls: list[str] = []
    page.on("request", lambda request: urls.append(request.url))
    page.goto(f"{server.url}/practice/report/", wait_until="networkidle")
    total = sum(sizes.values())
    print(f"first load: {total / 1024:.1f} KB over the wire, {len(urls)} requests")
    assert total <= 30 * 1024
    assert len(urls) <= 4
    assert all(url.startswith(server.url) for url in urls)
