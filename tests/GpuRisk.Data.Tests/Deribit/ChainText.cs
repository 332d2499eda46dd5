namespace GpuRisk.Data.Tests.Deribit;

/// <summary>Made-up chain files: one good row in the venue's layout, and rows that differ from it.</summary>
internal static class ChainText
{
    public const string Header =
        "timestamp,instrument_name,underlying,option_type,strike,expiry_datetime,mark_price,futures_price,futures_instrument_name," +
        "implied_volatility,open_interest,currency,index_price";

    public static string File(params string[] rows) => Header + "\n" + string.Join("\n", rows) + "\n";

    public static string Row(
        string timestamp = "2026-01-20T21:21:18.928040+00:00", string name = "BTC-27FEB26-75000-C", string underlying = "89887.66",
        string right = "call", string strike = "75000.0", string expiry = "2026-02-27T08:00:00+00:00", string mark = "0.17396767",
        string forward = "89887.66", string future = "BTC-27FEB26", string volatility = "0.482", string interest = "256.5",
        string currency = "BTC", string index = "89543.5") =>
        string.Join(',', timestamp, name, underlying, right, strike, expiry, mark, forward, future, volatility, interest, currency, index);

    public static string Put(string strike, string forward = "89887.66", string index = "89543.5") =>
        Row(name: $"BTC-27FEB26-{strike}-P", right: "put", strike: strike, forward: forward, index: index);
}
