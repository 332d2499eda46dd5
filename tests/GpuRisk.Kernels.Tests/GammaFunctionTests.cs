using GpuRisk.Kernels.Distributions;

namespace GpuRisk.Kernels.Tests;

/// <summary>Expected figures to 17 digits by mpmath with 50: loggamma, gammainc(regularized=True).</summary>
public sealed class GammaFunctionTests
{
    [Theory]
    [InlineData(1e-08, 18.420680738180209)]
    [InlineData(0.1, 2.2527126517342059)]
    [InlineData(0.5, 0.57236494292470009)]
    [InlineData(1.0, 0.0)]
    [InlineData(1.0000001, -5.7721558299185071e-8)]
    [InlineData(1.5, -0.12078223763524522)]
    [InlineData(2.0, 0.0)]
    [InlineData(2.5, 0.28468287047291916)]
    [InlineData(3.25, 0.93580193110872536)]
    [InlineData(7.9, 8.3242658680088096)]
    [InlineData(12.0, 17.502307845873886)]
    [InlineData(25.75, 57.195148951058605)]
    [InlineData(100.5, 361.43554046777762)]
    [InlineData(500.25, 2606.6693148551129)]
    [InlineData(10000.0, 82099.717496442377)]
    [InlineData(10000000000.0, 220258509288.81058)]
    public void Log_gamma_meets_its_reference(double x, double expected) =>
        Assert.Equal(expected, GammaFunction.LogGamma(x), Tolerance.SpecialFunction * Math.Max(1, Math.Abs(expected)));

    [Theory]
    [InlineData(0.5, 1e-09, 3.5682482311161263e-5)]
    [InlineData(1.005, 1e-17, 8.2049972152429315e-18)]
    [InlineData(1.005, 1.0, 0.6299623388962402)]
    [InlineData(2.1, 0.3, 0.029702842596072532)]
    [InlineData(2.1, 3.05, 0.78856415725351978)]
    [InlineData(2.1, 9.0, 0.99851460074253955)]
    [InlineData(28.65, 8.0, 1.2615570572121016e-8)]
    [InlineData(28.65, 28.0, 0.47610857311218205)]
    [InlineData(100.0, 40.0, 1.2062542053086513e-15)]
    [InlineData(500.0, 370.0, 7.9716122422414796e-11)]
    [InlineData(500.0, 500.0, 0.50594714617076036)]
    public void The_lower_incomplete_gamma_function_is_relatively_accurate(double a, double x, double expected) =>
        Assert.Equal(1, GammaFunction.LowerRegularised(a, x) / expected, Tolerance.TailProbability);

    [Theory]
    [InlineData(0.5, 20.0, 2.539628589470865e-10)]
    [InlineData(1.005, 1.0, 0.3700376611037598)]
    [InlineData(1.005, 40.0, 4.3403876543859919e-18)]
    [InlineData(2.1, 3.2, 0.18937369872066181)]
    [InlineData(2.1, 45.0, 1.8452691348864729e-18)]
    [InlineData(28.65, 40.0, 0.025473810568764463)]
    [InlineData(28.65, 95.0, 3.9541847730128496e-16)]
    [InlineData(100.0, 200.0, 1.8438936497115742e-15)]
    [InlineData(500.0, 502.0, 0.45849475672494585)]
    [InlineData(500.0, 710.0, 3.6616295476481378e-17)]
    [InlineData(3.0, 700.0, 2.4225323864783195e-299)]
    public void The_upper_incomplete_gamma_function_is_relatively_accurate(double a, double x, double expected) =>
        Assert.Equal(1, GammaFunction.UpperRegularised(a, x) / expected, Tolerance.TailProbability);

    [Theory]
    [InlineData(500.0, 50.0, -705.21384144550401)]
    [InlineData(1000.0, 0.001, -12819.884456471299)]
    [InlineData(5.0, 12.0, -0.0076294208375502566)]
    public void The_logarithm_of_the_lower_tail_survives_underflow(double a, double x, double expected) =>
        Assert.Equal(1, GammaFunction.LogLowerRegularised(a, x) / expected, Tolerance.SpecialFunction);

    [Theory]
    [InlineData(1.5, 2000.0, -1996.0785166262761)]
    [InlineData(500.0, 3000.0, -1609.7565921640767)]
    [InlineData(5.0, 1.0, -0.003666560452308509)]
    public void The_logarithm_of_the_upper_tail_survives_underflow(double a, double x, double expected) =>
        Assert.Equal(1, GammaFunction.LogUpperRegularised(a, x) / expected, Tolerance.SpecialFunction);

    [Theory]
    [InlineData(0.3)]
    [InlineData(1.0)]
    [InlineData(777.0)]
    public void The_ends_are_exact(double a)
    {
        Assert.Equal(0, GammaFunction.LowerRegularised(a, 0));
        Assert.Equal(1, GammaFunction.UpperRegularised(a, 0));
        Assert.Equal(1, GammaFunction.LowerRegularised(a, double.PositiveInfinity));
        Assert.Equal(0, GammaFunction.UpperRegularised(a, double.PositiveInfinity));
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(-1.5)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void What_is_not_positive_and_finite_is_refused(double a)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => GammaFunction.LogGamma(a));
        Assert.Throws<ArgumentOutOfRangeException>(() => GammaFunction.LowerRegularised(a, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => GammaFunction.UpperRegularised(1, double.NaN));
    }
}
