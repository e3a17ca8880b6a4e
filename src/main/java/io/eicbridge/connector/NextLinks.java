package io.eicbridge.connector;

import io.eicbridge.connector.ListRequest.View;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Makes links to the next page: absolute, pinned to the run of the first page, and whole without the first page's body. */
final class NextLinks {
    private final PublicUrl publicUrl;

    NextLinks(PublicUrl publicUrl) {
        this.publicUrl = publicUrl;
    }

    /** The link behind a page that ended at {@code position}, in the run {@code pin}. */
    String after(Request request, ListRequest wish, long pin, String position) {
        int pageSize = wish.pageSize().orElseThrow();
        Map<String, String> query = new LinkedHashMap<>();
        query.put("offset", Long.toString(wish.offset() + pageSize));
        query.put("pagesize", Integer.toString(pageSize));
        query.put("run", Long.toString(pin));
        query.put("after", position);
        query.put("consumer", wish.delta().consumer().orElse(""));
        query.put("pull", wish.delta().pull().map(Pull::text).orElse(""));
        View view = wish.view();
        query.put("q", view.q());
        query.put("fields", String.join(",", view.fields()));
        query.put("sort", view.sort());
        query.put("order", view.order());
        return publicUrl.of(request) + "?" + encoded(query);
    }

    private static String encoded(Map<String, String> query) {
        return query.entrySet().stream()
                .filter(parameter -> !parameter.getValue().isEmpty())
                .map(parameter ->
                        parameter.getKey() + "=" + URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
