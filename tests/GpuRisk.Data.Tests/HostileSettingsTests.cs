using GpuRisk.Data.Books;
using GpuRisk.Domain.Input;

namespace GpuRisk.Data.Tests;

/// <summary>As <see cref="HostileTableTests"/>, for <c>book.json</c>.</summary>
public sealed class HostileSettingsTests
{
    [Theory]
    [InlineData("\"name\": \"desk\",", "", "book.json:1:1", "member 'name' is missing")]
    [InlineData("\"desk\"", "\"\"", "book.json:2:11", "name is ''; a string of 1 to 256 characters")]
    [InlineData("\"desk\"", "17", "book.json:2:11", "name is '17'")]
    [InlineData("\"desk\"", "\"\\ud800\"", "book.json:2:11", "the string is not text")]
    [InlineData("10T00:00:00Z", "10", "book.json:3:11", "asOf is '2026-01-10'; an ISO 8601 instant with an offset")]
    [InlineData("10T00:00:00Z", "10T00:00:00", "book.json:3:11", "asOf is '2026-01-10T00:00:00'")]
    [InlineData("\"USD\",", "\"USD\"", "book.json:5:3", "the text is not JSON")]
    [InlineData("\"USD\",", "\"USD\", // dollars", "book.json:4:22", "the text is not JSON")]
    [InlineData("\"USD\",", "\"USD\", \"name\": \"b\",", "book.json:4:22", "member 'name' appears twice")]
    [InlineData("\"USD\",", "\"USD\", \"owner\": {},", "book.json:4:22", "member 'owner' is unknown; name, asOf, currency")]
    [InlineData("{ \"scenarios\": 1000, \"seed\": 7 }", "[]", "book.json:5:17", "simulation is an array; an object")]
    [InlineData("1000", "0", "book.json:5:32", "scenarios is '0'; a whole number from 1 to 100,000,000")]
    [InlineData("1000", "1e4", "book.json:5:32", "scenarios is '1e4'")]
    [InlineData("1000", "100000001", "book.json:5:32", "scenarios is '100000001'")]
    [InlineData("1000", "\"1000\"", "book.json:5:32", "scenarios is '1000'")]
    [InlineData("\"seed\": 7", "\"seed\": -7", "book.json:5:46", "seed is '-7'")]
    [InlineData("\"seed\": 7", "\"model\": \"normal\"", "book.json:5:47", "model is 'normal'; gaussian | student-t | historical | filtered-historical | stressed | mixture")]
    [InlineData("\"seed\": 7", "\"horizonDays\": 251", "book.json:5:53", "horizonDays is '251'; a whole number of days from 1 to 250")]
    [InlineData("\"seed\": 7", "\"volatilityTermLong\": 1.01", "book.json:5:60", "volatilityTermLong is '1.01'; an exponent from 0 to 1")]
    [InlineData("\"seed\": 7", "\"Seed\": 7", "book.json:5:38", "member 'Seed' is unknown")]
    [InlineData("0.94", "1", "book.json:6:30", "lambda is '1'; a decay strictly between 0 and 1")]
    [InlineData("\"lambda\": 0.94", "\"lookback\": -1", "book.json:6:32", "lookback is '-1'")]
    [InlineData("\"reject\"", "\"ignore\"", "book.json:6:47", "missing is 'ignore'; reject | drop")]
    [InlineData("0.99,", "1.0,", "book.json:7:29", "confidence is '1.0'; a confidence level strictly between 0 and 1")]
    [InlineData("[0.95", "[95", "book.json:7:46", "report is '95'")]
    [InlineData("[0.95", "[0.990", "book.json:7:53", "report is '0.99'; each level once")]
    [InlineData("0.99] }", "0.99], \"modelRiskMultiple\": -1 }", "book.json:7:80", "modelRiskMultiple is '-1'; a number from 0")]
    [InlineData("0.99] }\n}", "0.99] }\n} x", "book.json:8:3", "the text is not JSON")]
    public void One_wrong_setting_is_one_problem_at_its_place(string sound, string spoilt, string place, string message)
    {
        using TemporaryFolder folder = new();
        SmallBook.WriteSpoiltTo(folder.Path, "book.json", sound, spoilt);

        InvalidInputException thrown = Assert.Throws<InvalidInputException>(() => BookReader.Read(folder.Path));

        string problem = Assert.Single(thrown.Problems).ToString();
        Assert.StartsWith(place + ": ", problem, StringComparison.Ordinal);
        Assert.Contains(message, problem, StringComparison.Ordinal);
    }
}
