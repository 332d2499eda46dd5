using GpuRisk.Data.Models;
using GpuRisk.Domain.Input;

namespace GpuRisk.Data.Tests.Models;

/// <summary>Models whose text was damaged or edited: refused at the place, never used in part.</summary>
public sealed class HostileModelTests : IDisposable
{
    private readonly TemporaryFolder place = new();

    [Theory]
    [InlineData("normal", "\"gpurisk-model-1\"", "\"gpurisk-model-2\"", ":2:13: format is 'gpurisk-model-2'; \"gpurisk-model-1\" is expected")]
    [InlineData("normal", "\"format\": \"gpurisk-model-1\",", "", ":1:1: member 'format' is missing")]
    [InlineData("normal", "\"inputs\"", "\"outputs\"", "member 'inputs' is missing")]
    [InlineData("normal", "aaaa\"", "aaaZ\"", "sha256 is 'aaa")]
    [InlineData("normal", "\"horizonDays\": 10", "\"horizonDays\": 0", "horizonDays is '0'; a whole number of days from 1 to 250")]
    [InlineData("normal", "\"volatility\": \"garch\"", "\"volatility\": \"arch\"", "volatility is 'arch'")]
    [InlineData("normal", "\"settings\": {", "\"settings\": { \"margin\": {},", "member 'margin' is unknown")]
    [InlineData("normal", "\"type\": \"elliptical\"", "\"type\": \"levy\"", "type is 'levy'; elliptical | bootstrap | given | mixture is expected")]
    [InlineData("normal", "\"steps\": 1", "\"steps\": 0", "steps is '0'; a whole number of steps from 1 to 250")]
    [InlineData("path", "\"steps\": 10", "\"steps\": 9", "steps is '9' and horizonDays 10; 1 or the days of the horizon is expected")]
    [InlineData("mixture", "\"steps\": 10", "\"steps\": 9", "steps is '9' and horizonDays 10; 1 or the days of the horizon is expected")]
    [InlineData("normal", "[-0.6,0.8000000000000002]", "[-0.6,0.8000000000000002,0]", "cholesky has a row of 3 numbers; an array of 2 numbers is expected")]
    [InlineData("normal", "[-0.6,0.8000000000000002]", "[-0.6,1e999]", "cholesky is '1e999'; a finite number is expected")]
    [InlineData("normal", "[-0.6,0.8000000000000002]", "[-0.6,\"NaN\"]", "cholesky is 'NaN'; a finite number is expected")]
    [InlineData("normal", "[-0.6,0.8000000000000002]", "[-0.6,-0.8]", "cholesky has -0.8 on the diagonal, in the row of vol:coin, of \"BTC\"; a number above 0 is expected")]
    [InlineData("normal", "[-0.6,0.8000000000000002]", "[-0.6,0.9]", "whose squares sum to 1.17")]
    [InlineData("normal", "[-0.6,0.8000000000000002]", "[-0.8,0.6]", "is -0.6 and the model's cholesky gives -0.8; the same is expected")]
    [InlineData("normal", "[-0.6,1]", "[-0.6,0.9]", "the diagonal of the correlation is not 1; 1 is expected")]
    [InlineData("normal", "      [1],\n      [-0.6,1]", "      [1]", "correlation has 1 rows for 2 factors; a row for each is expected")]
    [InlineData("normal", "{\"factor\":\"spot:BTC\",\"volatility\":0.3333333333333333}", "{\"factor\":\"spot:BTC\",\"volatility\":-1}", "volatility is '-1'; a volatility from 0 is expected")]
    [InlineData("normal", "{\"factor\":\"spot:BTC\",\"volatility\":0.3333333333333333}", "{\"factor\":\"spot:ETH\",\"volatility\":1}", "the calibration has other factors than the model")]
    [InlineData("normal", "{\"factor\":\"spot:BTC\",\"volatility\":0.3333333333333333}", "{\"factor\":\"price:BTC\",\"volatility\":1}", "factor is 'price:BTC'; a factor, such as \"spot:BTC\", is expected")]
    [InlineData("normal", "{\"factor\":\"spot:BTC\",\"volatility\":0.3333333333333333}", "{\"factor\":\"spot:BTC\"}", "member 'volatility' is missing")]
    [InlineData("copula", "\"degreesOfFreedom\":9999.5}", "\"degreesOfFreedom\":2}", "degreesOfFreedom is '2'; a number above 2, at most 10000 is expected")]
    [InlineData("copula", ",\"degreesOfFreedom\":9999.5}", "}", "member 'degreesOfFreedom' is missing")]
    [InlineData("copula", "\"steps\": 1,\n    \"degreesOfFreedom\": 4.2,", "\"steps\": 1,", "degreesOfFreedom of the copula is expected")]
    [InlineData("path", "\"omega\":1E-06", "\"omega\":-1", "omega is '-1'; a number from 0 is expected")]
    [InlineData("path", ",\"omega\":0,", ",", "member 'omega' is missing")]
    [InlineData("bootstrap", "\"2020-03-12\"", "\"2020-03-10\"", "date is '2020-03-10'; a day after 2020-03-11 is expected")]
    [InlineData("bootstrap", "\"2020-03-12\"", "\"12 March\"", "date is '12 March'; a date")]
    [InlineData("bootstrap", "[0.5,2]", "[0.5]", "innovations has a row of 1 numbers; an array of 2 numbers is expected")]
    [InlineData("given", "[-0.5,0.8]", "null", "shocks has null; an array of 2 numbers is expected")]
    [InlineData("given", "\"scenario\":\"2020-03-12\"", "\"scenario\":\" \"", "scenario is ' '; a string of 1 to 256 characters")]
    [InlineData("mixture", "\"weight\": 0.7", "\"weight\": 0.6", "the weights of the components sum to 0.8999999999999999; 1 is expected")]
    [InlineData("mixture", "\"type\": \"bootstrap\"", "\"type\": \"mixture\"", "type is 'mixture'; elliptical | bootstrap is expected")]
    [InlineData("mixture", "{\"factor\":\"spot:BTC\",\"volatility\":1,", "{\"factor\":\"spot:ETH\",\"volatility\":1,", "the same factors in the same order are expected")]
    public void An_edited_model_is_refused_at_its_place(string type, string sound, string spoilt, string message)
    {
        ModelFileWriter.Write(SmallModels.File(SmallModels.Of(type)), place.At("model.json"));
        string text = File.ReadAllText(place.At("model.json"));
        Assert.Contains(sound, text, StringComparison.Ordinal);
        File.WriteAllText(place.At("model.json"), text.Replace(sound, spoilt, StringComparison.Ordinal));

        InvalidInputException thrown = Assert.Throws<InvalidInputException>(() => ModelFileReader.Read(place.At("model.json")));

        Assert.Contains(thrown.Problems, problem => problem.ToString().Contains(message, StringComparison.Ordinal));
        Assert.All(thrown.Problems, problem => Assert.Contains("expected", problem.Message.Replace("required", "expected", StringComparison.Ordinal), StringComparison.Ordinal));
    }

    /// <summary>Wherever a file is cut or a line is lost, what is left is refused or, where the line carries nothing, read whole.</summary>
    [Theory]
    [InlineData("mixture")]
    [InlineData("given")]
    public void A_model_that_is_cut_short_is_refused(string type)
    {
        ModelFileWriter.Write(SmallModels.File(SmallModels.Of(type)), place.At("model.json"));
        string text = File.ReadAllText(place.At("model.json")).TrimEnd();
        for (int length = 0; length < text.Length; length += 37)
        {
            File.WriteAllText(place.At("cut.json"), text[..length]);
            Assert.Throws<InvalidInputException>(() => ModelFileReader.Read(place.At("cut.json")));
        }
    }

    [Fact]
    public void A_file_that_is_no_model_is_refused()
    {
        File.WriteAllText(place.At("shocks.csv"), "scenario,spot:BTC\na,0.1\n");
        Assert.Contains("the text is not JSON", Assert.Throws<InvalidInputException>(() => ModelFileReader.Read(place.At("shocks.csv"))).Message, StringComparison.Ordinal);
        Assert.Contains("the file is missing", Assert.Throws<InvalidInputException>(() => ModelFileReader.Read(place.At("none.json"))).Message, StringComparison.Ordinal);
        Assert.Contains("this is a folder", Assert.Throws<InvalidInputException>(() => ModelFileReader.Read(place.Path)).Message, StringComparison.Ordinal);
    }

    public void Dispose() => place.Dispose();
}
